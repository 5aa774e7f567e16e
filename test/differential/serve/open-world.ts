import { composeServices } from '@theguild/federation-composition';
import { buildSchema, type GraphQLSchema, parse } from 'graphql';
import type { Schema } from '../world/model.ts';
import { randomSchema } from '../world/random-schema.ts';
import { type Rows, randomRows } from '../world/rows.ts';
import { sdlOf } from '../world/sdl.ts';

/** A whole schema with its data, the supergraph of its parts, and each part as its subgraph serves it. */
export type World = {
  readonly seed: string;
  readonly schema: Schema;
  readonly rows: Rows;
  readonly supergraph: string;
  /** What a client sees. */
  readonly api: GraphQLSchema;
  readonly parts: ReadonlyMap<string, GraphQLSchema>;
};

/** Undefined where composition refuses what chance has split. */
export function openWorld(seed: string): World | undefined {
  const schema = randomSchema(seed);
  const composed = composedFrom(schema);
  if (!composed) return undefined;
  const parts = schema.subgraphs.map(
    (name) => [name, buildSchema(sdlOf(schema, name, 'bare'))] as const,
  );
  return { seed, schema, rows: randomRows(schema, seed), parts: new Map(parts), ...composed };
}

/** It throws where its own search for a way runs too deep. */
function composedFrom(schema: Schema) {
  const services = schema.subgraphs.map((name) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(sdlOf(schema, name, 'federated')),
  }));
  try {
    const result = composeServices(services);
    if (result.supergraphSdl === undefined) return undefined;
    return { supergraph: result.supergraphSdl, api: buildSchema(result.publicSdl) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
