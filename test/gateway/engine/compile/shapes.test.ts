import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { NOTHING_OWN, openShapes } from '../../../../gateway/engine/compile/shapes.ts';
import { writeData } from '../../../../gateway/engine/shape/index.ts';

const SCHEMA = buildSchema(
  'type Mine { id: ID name: String depth: Int } type Query { mine: Mine } type Mutation { dig: Mine }',
);
const DATA = { mine: { id: 'a', name: 'A', depth: 1 }, zz_id: { depth: 2 }, dig: { id: 'd' } };
const open = (query: string) => openShapes(SCHEMA, parse(query));

function written(query: string, variables: Readonly<Record<string, unknown>>) {
  const { shapeFor, conditionsOf } = open(query);
  const shape = shapeFor(conditionsOf(variables), NOTHING_OWN);
  return writeData(shape, DATA, { shares: false, charactersMax: 1_000 }).json;
}

const QUERY = `query ($x: Boolean!, $y: Boolean = true, $z: Int) { mine { id @skip(if: $x) ...F } }
  fragment F on Mine { name @include(if: $y) depth @include(if: false) }`;

test.each([
  [{ x: false }, '{"mine":{"id":"a","name":"A"}}'],
  [{ x: true }, '{"mine":{"name":"A"}}'],
  [{ x: false, y: false }, '{"mine":{"id":"a"}}'],
  [{ x: true, y: false }, '{"mine":{}}'],
])('for %j there is a shape', (variables, text) => {
  expect(written(QUERY, variables)).toBe(text);
});

test('variables that no condition looks at make no shapes', () => {
  const { shapeFor, conditionsOf } = open(QUERY);
  const shape = (variables: object) => shapeFor(conditionsOf({ ...variables }), NOTHING_OWN);
  expect(shape({ x: true, z: 1 }) === shape({ x: true, y: true, z: 2 })).toBe(true);
  expect(shape({ x: true }) === shape({ x: false })).toBe(false);
});

test('of many assignments the latest thirty-two are kept', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const { shapeFor, conditionsOf } = open(
    `query (${names.map((name) => `$${name}: Boolean!`)}) { mine { ${names.map((name) => `${name}: id @skip(if: $${name})`)} } }`,
  );
  const shape = (bits: number) =>
    shapeFor(
      conditionsOf(
        Object.fromEntries(names.map((name, place) => [name, Boolean(bits & (1 << place))])),
      ),
      NOTHING_OWN,
    );
  const first = shape(0);
  for (let bits = 1; bits < 32; bits += 1) shape(bits);
  expect(shape(0) === first).toBe(true);
  shape(32);
  expect(shape(0) === first).toBe(false);
});

test('what the gateway answers itself is of one request', () => {
  const { shapeFor } = open('{ s: __schema { description } zz_id: mine { depth } }');
  const text = (own: string) =>
    writeData(shapeFor({}, new Map([['s', own]])), DATA, { shares: false, charactersMax: 1_000 })
      .json;
  expect(['{"a":1}', '{"a":2}'].map(text)).toEqual([
    '{"s":{"a":1},"id":{"depth":2}}',
    '{"s":{"a":2},"id":{"depth":2}}',
  ]);
});

test('a mutation is shaped by its own root', () => {
  expect(written('mutation { dig { id } }', {})).toBe('{"dig":{"id":"d"}}');
});

test.each([
  ['subscription { mine { id } }', 'Expected a schema with a root for subscription.'],
  ['fragment F on Mine { id }', 'Expected a document with an operation, got none.'],
])('without a shape is %s', (query, message) => {
  expect(() => open(query)).toThrow(message);
});
