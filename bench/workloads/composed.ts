import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { graphql, parse } from 'graphql';
import { federated, type Resolvers, type Workload } from './workload.ts';

/** The supergraph of a workload, and what a client sees of it. */
export type Composed = { readonly supergraph: string; readonly api: string };

export function composed(
  { parts }: Workload,
  urlOf: (name: string) => string = (name) => `http://${name}.invalid/graphql`,
): Composed {
  const services = Object.entries(parts).map(([name, part]) => ({
    name,
    url: urlOf(name),
    typeDefs: federated(part),
  }));
  const { supergraphSdl, publicSdl, errors } = composeServices(services);
  if (supergraphSdl !== undefined) return { supergraph: supergraphSdl, api: publicSdl };
  throw new Error(errors.map((each) => each.message).join('\n'));
}

/** What the query must be answered with: the same rows behind one schema, without any federation. */
export async function expectedOf(workload: Workload, { api }: Composed): Promise<unknown> {
  const resolvers = Object.values(workload.parts).map((each) => each.resolvers);
  const schema = buildSubgraphSchema({ typeDefs: parse(api), resolvers: merged(resolvers) });
  const { data, errors } = await graphql({ schema, source: workload.query });
  if (errors) throw new Error(errors.map((each) => each.message).join('\n'));
  return JSON.parse(JSON.stringify(data));
}

const merged = (all: readonly Resolvers[]): Resolvers => {
  const types = new Set(all.flatMap((each) => Object.keys(each)));
  return Object.fromEntries(
    [...types].map((type) => [type, Object.assign({}, ...all.map((each) => each[type]))]),
  );
};
