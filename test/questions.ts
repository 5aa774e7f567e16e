import { readFileSync } from 'node:fs';
import { type DocumentNode, parse, separateOperations } from 'graphql';

/** A question of a file, with the fragments that it spreads and no other. */
export type NamedQuestion = { readonly name: string; readonly document: DocumentNode };

/** The questions of a .graphql file by the names of their operations, in its order. */
export const questionsIn = (path: string): readonly NamedQuestion[] =>
  Object.entries(separateOperations(parse(readFileSync(path, 'utf8')))).map(([name, document]) => ({
    name,
    document,
  }));
