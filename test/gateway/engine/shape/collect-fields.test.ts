import { expect, test } from '@jest/globals';
import { assertObjectType, buildSchema, print } from 'graphql';
import { collectFields } from '../../../../gateway/engine/shape/collect-fields.ts';
import type { Conditions } from '../../../../gateway/engine/shape/index.ts';
import { readQuestion } from './shape-of.ts';

const SCHEMA = buildSchema(`
  interface Place { id: ID name: String }
  type Mine implements Place { id: ID name: String depth: Int port: Port }
  type Port implements Place { id: ID name: String draught: Int }
  union Found = Mine | Port
  type Query { place: Place }`);

/** Response names in order, each with all that is selected under it. */
function collected(type: string, query: string, conditions: Conditions = {}) {
  const { operation, fragments } = readQuestion(query);
  const object = assertObjectType(SCHEMA.getType(type));
  const fields = collectFields(object, [operation.selectionSet], {
    ...{ schema: SCHEMA, fragments, conditions },
  });
  return [...fields].map(
    ([name, nodes]) => `${name} <- ${nodes.map((each) => print(each).replaceAll(/\s+/g, ' '))}`,
  );
}

test.each<readonly [name: string, type: string, query: string, fields: readonly string[]]>([
  ['fields in their order', 'Mine', '{ name id }', ['name <- name', 'id <- id']],
  [
    'a field at its first place, with all that is selected in it',
    'Mine',
    '{ port { id } id port { name } }',
    ['port <- port { id },port { name }', 'id <- id'],
  ],
  ['an alias under its own name', 'Mine', '{ id a: id }', ['id <- id', 'a <- a: id']],
  [
    'what is selected of its type, an interface or a union of it, or any',
    'Mine',
    '{ ... on Mine { depth } ... on Place { id } ... on Found { a: id } ... { b: id } ... on Port { draught } }',
    ['depth <- depth', 'id <- id', 'a <- a: id', 'b <- b: id'],
  ],
  [
    'a named fragment once, at its first place',
    'Port',
    '{ ...A id ...A ...B } fragment A on Port { draught } fragment B on Mine { depth }',
    ['draught <- draught', 'id <- id'],
  ],
  ['of a type that is not there nothing', 'Mine', '{ ... on Quarry { id } }', []],
  [
    'what has the name of what all objects have',
    'Mine',
    '{ constructor: id toString: name }',
    ['constructor <- constructor: id', 'toString <- toString: name'],
  ],
])('an object has %s', (_, type, query, fields) => {
  expect(collected(type, query)).toEqual(fields);
});

test.each<readonly [conditions: Conditions, fields: readonly string[]]>([
  [{ x: true }, ['depth <- depth @include(if: $x)', 'port <- port { id }']],
  [{ x: false }, ['port <- port { id }', 'name <- name']],
])('under %j it has what is selected then, through fragments too', (conditions, fields) => {
  const query = `{ depth @include(if: $x) ... @skip(if: true) { id } port { id } ...N @skip(if: $x) }
    fragment N on Place { name }`;
  expect(collected('Mine', query, conditions)).toEqual(fields);
});

test('a fragment that is skipped in one place counts in the next', () => {
  const query = '{ ...N @skip(if: true) id ...N } fragment N on Place { name }';
  expect(collected('Mine', query)).toEqual(['id <- id', 'name <- name']);
});
