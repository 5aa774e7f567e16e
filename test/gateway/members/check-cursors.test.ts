import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { badCursors, openSealer } from '../../../gateway/members/index.ts';
import { readContract } from '../../../schema/index.ts';

const check = {
  schema: buildSchema(readFileSync('schema/generated/api.graphql', 'utf8')),
  contract: readContract(),
  sealer: openSealer(Buffer.alloc(32, 3)),
  viewer: 'public',
} as const;
const CURSOR = check.sealer.seal(
  { position: { keys: [], id: 'MA:site:1' }, seen: ['MA'], missed: [] },
  { field: 'sites', parent: '', filter: { types: ['MINE'] }, orderBy: [], viewer: 'public' },
);
const bad = (query: string, variables = {}) =>
  badCursors(check, { document: parse(query), variables });

test('a cursor of this list is let through, written out or in a variable', () => {
  expect(
    bad(`{ sites(filter: { types: [MINE] }, after: "${CURSOR}") { total { count } } }`),
  ).toEqual([]);
  const query =
    'query ($c: Cursor) { s: sites(filter: { types: [MINE] }, after: $c) { total { count } } }';
  expect(bad(query, { c: CURSOR })).toEqual([]);
});

test('each root field with a cursor of another list is named', () => {
  expect(
    bad(`query { a: sites(after: "${CURSOR}") { total { count } } ...More }
      fragment More on Query { deposits(after: "${CURSOR}") { total { count } } sites { total { count } } }`),
  ).toEqual(['a', 'deposits']);
});

test('fragments that spread each other over and over are walked once', () => {
  const chain = Array.from(
    { length: 60 },
    (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
  );
  const last = `fragment F60 on Query { sites(after: "x") { total { count } } }`;
  expect(bad(`{ ...F0 } ${chain.join(' ')} ${last}`)).toEqual(['sites']);
});
