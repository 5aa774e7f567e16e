import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';

/** What a client sees of the supergraph. */
export const CLIENT_SCHEMA = buildSchema(readFileSync('schema/generated/api.graphql', 'utf8'));
