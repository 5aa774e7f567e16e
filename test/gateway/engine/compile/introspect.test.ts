import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { introspecting } from '../../../../gateway/engine/compile/introspect.ts';
import { NOTHING_OWN } from '../../../../gateway/engine/compile/shapes.ts';

const SCHEMA = buildSchema('type Mine { id: ID } type Query { mine: Mine }');
const open = (query: string) => introspecting(SCHEMA, parse(query));

test('the schema answers as texts, by the client’s names', () => {
  const own = open(
    '{ t: __type(name: "Mine") { name kind } none: __type(name: "Quarry") { name } }',
  )({});
  expect(Object.fromEntries(own)).toEqual({ t: '{"name":"Mine","kind":"OBJECT"}', none: 'null' });
});

test('it is asked once where no variable enters, and each time where one does', () => {
  const fixed = open('{ __type(name: "Mine") { name } }');
  expect(fixed({ a: 1 })).toBe(fixed({ a: 2 }));
  const named = open('query ($name: String!) { __type(name: $name) { name } }');
  expect(['Mine', 'Query'].map((name) => named({ name }).get('__type'))).toEqual([
    '{"name":"Mine"}',
    '{"name":"Query"}',
  ]);
});

test('where the schema is not asked there is nothing of its own', () => {
  expect(introspecting(SCHEMA, undefined)({})).toBe(NOTHING_OWN);
});

test('a fault of the schema is told to whoever asked', () => {
  expect(() => open('query ($name: String!) { __type(name: $name) { name } }')({})).toThrow(
    'Variable "$name" of required type "String!" was not provided.',
  );
});
