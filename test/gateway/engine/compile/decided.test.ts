import { expect, test } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';
import { decided } from '../../../../gateway/engine/compile/decided.ts';

const SCHEMA = buildSchema(`
  type Mine { id: ID depth(n: Int): Int }
  type Query { mine: Mine }
  type Mutation { open: Mine close: Mine }`);

const onOneLine = (query: string) => print(parse(query)).replaceAll(/\s+/g, ' ');
function decidedWith(query: string, conditions: Readonly<Record<string, boolean>>) {
  const document = parse(query);
  expect(validate(SCHEMA, document)).toEqual([]);
  const made = decided(SCHEMA, document, conditions);
  if (made) expect(validate(SCHEMA, made)).toEqual([]);
  return made && onOneLine(print(made));
}

test.each([
  [
    'what conditions take out is gone, and they are gone',
    'query A($a: Boolean!, $n: Int) { mine { id @skip(if: $a) ... @include(if: $a) { k: id } depth(n: $n) @skip(if: $a) } }',
    'query A { mine { ... { k: id } } }',
  ],
  [
    'a fragment of which nothing is left is gone',
    'query A($a: Boolean!) { mine { id ... on Mine { ... @include(if: true) { depth @skip(if: $a) } } } }',
    'query A { mine { id } }',
  ],
  [
    'a mutation of several places is made once, where it is met first',
    'mutation A($a: Boolean!) { open @include(if: $a) { id } close { id } ... @include(if: $a) { open { depth } } o: open { id } }',
    'mutation A { open { id depth } close { id } o: open { id } }',
  ],
  [
    'one that is met later for its condition is made later',
    'mutation A($a: Boolean!) { open @skip(if: $a) { id } close { id } ... @include(if: $a) { open { depth } } }',
    'mutation A { close { id } open { depth } }',
  ],
])('%s', (_, query, expected) => {
  expect(decidedWith(query, { a: true })).toBe(onOneLine(expected));
});

test('nothing is planned where conditions take out everything', () => {
  const query = 'query A($a: Boolean!) { ... @skip(if: $a) { mine { id } } }';
  expect(decidedWith(query, { a: true })).toBeUndefined();
});
