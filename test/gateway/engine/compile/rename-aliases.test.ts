import { expect, test } from '@jest/globals';
import { buildSchema, parse, print, specifiedRules, validate } from 'graphql';
import { clientName, renameAliases } from '../../../../gateway/engine/compile/rename-aliases.ts';

const SCHEMA = buildSchema(`
  interface Place { id: ID name: String }
  type Mine implements Place { id: ID name: String depth: Int nationalId: ID port: Port zz_rank: Int }
  type Port implements Place { id: ID name: String draught: Int mines(first: Int): [Mine] }
  union Found = Mine | Port
  type Query { place: Place mine: Mine port: Port found: Found }`);

const onOneLine = (query: string) => print(parse(query)).replaceAll(/\s+/g, ' ');
function renamed(query: string) {
  const document = parse(query);
  expect(validate(SCHEMA, document)).toEqual([]);
  const result = renameAliases(SCHEMA, document);
  expect(validate(SCHEMA, result, specifiedRules)).toEqual([]);
  return onOneLine(print(result));
}

test.each([
  ['the name of the key', '{ mine { id: nationalId } }', '{ mine { zz_id: nationalId } }'],
  ['the name of a field at the root', '{ port: mine { id } }', '{ zz_port: mine { id } }'],
  [
    'a name given to the name of the type',
    '{ mine { name: __typename } }',
    '{ mine { zz_name: __typename } }',
  ],
  [
    'the name of a field with a selection',
    '{ mine { depth: port { draught } } }',
    '{ mine { zz_depth: port { draught } } }',
  ],
  [
    'a name of one type of an interface',
    '{ place { draught: id } }',
    '{ place { zz_draught: id } }',
  ],
  [
    'a name of one type of a union',
    '{ found { depth: __typename } }',
    '{ found { zz_depth: __typename } }',
  ],
  ['a prefix of the gateway', '{ mine { zlg_id: id } }', '{ mine { zz_zlg_id: id } }'],
  ['a prefix of GraphQL', '{ mine { __key: id } }', '{ mine { zz___key: id } }'],
  ['a name of JavaScript', '{ mine { __proto__: id } }', '{ mine { zz___proto__: id } }'],
  ['the name of the type', '{ mine { __typename: name } }', '{ mine { zz___typename: name } }'],
  [
    'a root field of federation',
    '{ _entities: mine { id } _service: port { id } }',
    '{ zz__entities: mine { id } zz__service: port { id } }',
  ],
  ['the prefix itself', '{ mine { zz_id: id } }', '{ mine { zz_zz_id: id } }'],
  [
    'a field of the schema with the prefix',
    '{ mine { zz_rank } }',
    '{ mine { zz_zz_rank: zz_rank } }',
  ],
])('an alias is renamed that is %s', (_, query, expected) => {
  expect(renamed(query)).toBe(onOneLine(expected));
});

test.each([
  ["an alias that is nobody's name", '{ m: mine { i: id } }'],
  ['an alias that repeats its own field', '{ mine: mine { id: id __typename: __typename } }'],
  ['the name of a field of another type', '{ mine { draught: depth } }'],
  ['a name that only begins alike', '{ mine { zlg: id id_: id _id: id zz: id } }'],
  ['a name that every object has', '{ constructor: mine { toString: id hasOwnProperty: id } }'],
])('a question keeps what harms nobody: %s', (_, query) => {
  const document = parse(query);
  expect(renameAliases(SCHEMA, document)).toBe(document);
});

test('what may meet in one object is renamed together, also where one place alone is dangerous', () => {
  expect(renamed('{ place { draught: id ... on Mine { draught: id } } }')).toBe(
    onOneLine('{ place { zz_draught: id ... on Mine { zz_draught: id } } }'),
  );
  expect(
    renamed(
      '{ place { ...A ... on Mine { ...A ...B } } } fragment A on Place { draught: id } fragment B on Mine { draught: id }',
    ),
  ).toBe(
    onOneLine(
      '{ place { ...A ... on Mine { ...A ...B } } } fragment A on Place { zz_draught: id } fragment B on Mine { zz_draught: id }',
    ),
  );
});

test('a field under its own name stays, even where its type’s neighbour takes the name', () => {
  expect(renamed('{ place { ... on Port { id id: id } ... on Mine { id: nationalId } } }')).toBe(
    onOneLine('{ place { ... on Port { id id: id } ... on Mine { zz_id: nationalId } } }'),
  );
});

test.each(['id', 'zz_id', '__proto__', 'zz_zz_id'])(
  'the name %s is given back as it was',
  (name) => {
    expect(clientName(`zz_${name}`)).toBe(name);
  },
);

test('a name that was not renamed is its own', () => {
  expect(['id', 'zz', '_zz_id'].map(clientName)).toEqual(['id', 'zz', '_zz_id']);
});
