import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { checkNulls } from '../../../gateway/limits/index.ts';

const schema = buildSchema(readFileSync('schema/generated/api.graphql', 'utf8'));
const says = (query: string, variables = {}) =>
  checkNulls(schema, { document: parse(query), variables }).map((each) => each.message);

const IN =
  'query ($u: Unit = TONNE) { production { edges { node { quantity { in(unit: $u) } } } } }';

test('a null for a variable whose place needs a value is refused in one sentence', () => {
  expect(says(IN, { u: null })).toEqual([
    'Expected Unit for $u, got null; leave the variable out to have its default.',
  ]);
});

test('so it is in a condition, and in an input', () => {
  expect(
    says('query ($x: Boolean = true) { sites @include(if: $x) { total { count } } }', { x: null }),
  ).toEqual(['Expected Boolean for $x, got null; leave the variable out to have its default.']);
  const order =
    'query ($d: OrderDirection = ASC) { sites(orderBy: [{ field: NAME, direction: $d }]) { total { count } } }';
  expect(says(order, { d: null })).toEqual([
    'Expected OrderDirection for $d, got null; leave the variable out to have its default.',
  ]);
});

test('a null where nothing is needed, and a variable left out, are let through', () => {
  expect(says(IN)).toEqual([]);
  expect(says('query ($a: Cursor) { sites(after: $a) { total { count } } }', { a: null })).toEqual(
    [],
  );
});
