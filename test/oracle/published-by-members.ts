import { readFileSync } from 'node:fs';
import type { GraphQLSchema } from 'graphql';
import { sdlFile } from '../../schema/index.ts';
import { vocabularyResolvers } from '../../subgraphs/amsg/vocabulary-resolvers.ts';
import { buildMemberSchema, type Resolvers } from '../../subgraphs/kit/index.ts';
import { phosphateResolvers } from '../../subgraphs/morocco/phosphate-resolvers.ts';
import { COMPLEXES, COUNTRIES, type Entry, VOCABULARY } from './rows/vocabulary.ts';

/** What members publish beyond the contract. */
export const EXTENSIONS = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');

const schemas = new Map<string, GraphQLSchema>();
/** AMSG serves the vocabularies, Morocco its complexes, everybody else the contract alone; schemas are built once. */
export function schemaOf(code: string): GraphQLSchema {
  const kind = ['AMSG', 'MA'].includes(code) ? code : '';
  const known = schemas.get(kind) ?? buildMemberSchema(extensionOf(kind));
  schemas.set(kind, known);
  return known;
}

function extensionOf(code: string) {
  if (code === 'AMSG') return { sdl: sdlFile('amsg.graphql'), resolvers: vocabularies() };
  return code === 'MA' ? { sdl: EXTENSIONS, resolvers: phosphate() } : undefined;
}

function vocabularies(): Resolvers {
  const listed = <Each extends Entry>(entries: readonly Each[]) => ({
    entries: entries.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    byCode: new Map(entries.map((entry) => [entry.code, entry])),
  });
  return vocabularyResolvers(listed(COUNTRIES), listed(VOCABULARY));
}

const phosphate = () =>
  phosphateResolvers({
    all: () => Promise.resolve(COMPLEXES),
    close: () => Promise.resolve(),
  });
