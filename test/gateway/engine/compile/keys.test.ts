import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { keysIn } from '../../../../gateway/engine/compile/keys.ts';
import { supergraphOf } from '../asking.ts';

test('the keys of each type in each subgraph are read from a supergraph', () => {
  const keys = keysIn(
    parse(
      supergraphOf({
        'mines-1':
          'type Query { mine: Mine } type Mine @key(fields: "id") @key(fields: "code port { id }") { id: ID code: ID port: Port } type Port @key(fields: "id") { id: ID }',
        ports:
          'type Mine @key(fields: "id") { id: ID depth: Int } type Port @key(fields: "id", resolvable: false) { id: ID }',
      }),
    ),
  );
  const id = { name: 'id', fields: [] };
  expect(Object.fromEntries(keys)).toEqual({
    'mines-1 Mine': [
      [id],
      [
        { name: 'code', fields: [] },
        { name: 'port', fields: [id] },
      ],
    ],
    'mines-1 Port': [[id]],
    'ports Mine': [[id]],
    'ports Port': [[id]],
  });
});

test('of an interface too', () => {
  const keys = keysIn(
    parse(
      supergraphOf({
        mines:
          'type Query { place: Place } interface Place @key(fields: "id") { id: ID } type Mine implements Place @key(fields: "id") { id: ID }',
        ports: 'type Place @interfaceObject @key(fields: "id") { id: ID depth: Int }',
      }),
    ),
  );
  expect([...keys.keys()].toSorted()).toEqual(['mines Mine', 'mines Place', 'ports Place']);
});

test.each([
  ['of a part of the type', 'id ... on Mine { code }', ['id', 'code']],
  ['with a name that all objects have', 'constructor', ['constructor']],
])('a key is read as a selection: %s', (_, fields, names) => {
  const keys = keysIn(
    parse(`enum join__Graph { A } type T @join__type(graph: A, key: "${fields}") { id: ID }`),
  );
  expect(keys.get('A T')?.map((key) => key.map(({ name }) => name))).toEqual([names]);
});

test('a type without keys and a graph that is not named have none', () => {
  expect(
    keysIn(
      parse(
        'enum join__Graph { A } type T @join__type(graph: A) { id: ID } type U @join__type(graph: B, key: "id") { id: ID }',
      ),
    ).size,
  ).toBe(0);
});
