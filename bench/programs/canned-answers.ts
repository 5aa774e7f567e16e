import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import { z } from 'zod';
import { CONTRACT_VERSION, deriveMember, readContract } from '../../schema/index.ts';
import { type CannedSite, cannedSites, pageOf, type SitesAsk } from './canned-sites.ts';
import { type Canned, keeping } from './keeping.ts';

const REQUEST = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export const memberSchema = (): GraphQLSchema =>
  buildSubgraphSchema(parse(deriveMember(readContract())));

/** A member of made-up sites, whose questions go through the schema that members serve. */
export function cannedMember(
  schema: GraphQLSchema,
  member: { readonly code: string; readonly rows: number },
  onNew: (body: string) => void,
): Canned {
  const root = rootOf(member.code, cannedSites(member.code, member.rows));
  return keeping((body) => answerOf(schema, body, root), onNew);
}

/** What a schema answers to the body of a request. */
export async function answerOf(
  schema: GraphQLSchema,
  body: string,
  rootValue?: unknown,
): Promise<Buffer> {
  const { query, variables, operationName } = REQUEST.parse(JSON.parse(body));
  const result = await graphql({
    schema,
    source: query,
    rootValue,
    variableValues: variables ?? null,
    operationName: operationName ?? null,
  });
  return Buffer.from(JSON.stringify(result));
}

const rootOf = (code: string, sites: readonly CannedSite[]) => ({
  sites: (ask: SitesAsk) => pageOf(sites, ask),
  members: () => ({ list: [selfOf(code, sites.length)] }),
});

const selfOf = (code: string, count: number) => ({
  code,
  operator: { value: `Canned member ${code}`, en: `Canned member ${code}` },
  contractVersion: CONTRACT_VERSION,
  modules: ['MINERALS', 'POLICIES', 'EVENTS'],
  licence: 'CC0-1.0',
  asOf: '2026-01-01T00:00:00Z',
  counts: [{ type: 'Site', count }],
});
