import { expect, test } from '@jest/globals';
import { buildSchema, executeSync, parse, print, validate } from 'graphql';
import { normalised } from '../../../../gateway/engine/compile/index.ts';
import { splitIntrospection } from '../../../../gateway/engine/compile/split-introspection.ts';

const SCHEMA = buildSchema(
  'type Mine { id: ID depth: Int } type Query { mine(id: ID): Mine all: [Mine] }',
);

const SCHEMAS = {
  ...{ schema: SCHEMA, wholeSchema: SCHEMA },
  ...{ requirements: new Map(), interfaceObjects: new Set<string>() },
};
const onOneLine = (query: string) => print(parse(query)).replaceAll(/\s+/g, ' ');
function split(query: string) {
  const document = parse(query);
  expect(validate(SCHEMA, document)).toEqual([]);
  const { asked, introspection } = splitIntrospection(document);
  const both = [asked, introspection].filter((each) => each !== undefined);
  expect(both.flatMap((each) => validate(SCHEMA, each))).toEqual([]);
  const [askedText, introspectionText] = [asked, introspection].map(
    (each) => each && onOneLine(print(each)),
  );
  return { asked: askedText, introspection: introspectionText };
}

test('a question without introspection is given back as it is', () => {
  const document = parse('{ __typename mine { __typename id } }');
  const { asked, introspection } = splitIntrospection(document);
  expect(asked).toBe(document);
  expect(introspection).toBeUndefined();
});

test('a question for the schema alone asks nobody', () => {
  const query = '{ __schema { types { name } } t: __type(name: "Mine") { name } }';
  expect(split(query)).toEqual({ asked: undefined, introspection: onOneLine(query) });
});

test('a mixed question is split with its aliases, conditions and variables', () => {
  expect(
    split(
      'query A($id: ID, $name: String!, $both: Boolean!) { mine(id: $id) @skip(if: $both) { id } mineType: __type(name: $name) @include(if: $both) { name } }',
    ),
  ).toEqual({
    asked: onOneLine('query A($id: ID, $both: Boolean!) { mine(id: $id) @skip(if: $both) { id } }'),
    introspection: onOneLine(
      'query A($name: String!, $both: Boolean!) { mineType: __type(name: $name) @include(if: $both) { name } }',
    ),
  });
});

test('fragments at the root are split too, and one of which nothing is left is not spread', () => {
  expect(
    split(`{ ...A ... on Query @skip(if: true) { __schema { ...S } all { ...M } } }
      fragment A on Query { ...B ...C }
      fragment B on Query { __type(name: "Mine") { ...T } }
      fragment C on Query { mine { ...M } }
      fragment S on __Schema { types { ...T } } fragment T on __Type { name } fragment M on Mine { id }`),
  ).toEqual({
    asked: onOneLine(`{ ...A ... on Query @skip(if: true) { all { ...M } } }
      fragment A on Query { ...C } fragment C on Query { mine { ...M } } fragment M on Mine { id }`),
    introspection: onOneLine(`{ ...A ... on Query @skip(if: true) { __schema { ...S } } }
      fragment A on Query { ...B } fragment B on Query { __type(name: "Mine") { ...T } }
      fragment S on __Schema { types { ...T } } fragment T on __Type { name }`),
  });
});

test('a fragment that is spread often is looked at once', () => {
  const depth = 40;
  const doubling = Array.from(
    { length: depth },
    (_, n) => `fragment F${n} on Query { ...F${n + 1} ... on Query { ...F${n + 1} } }`,
  );
  const query = `{ ...F0 } ${doubling.join(' ')} fragment F${depth} on Query { all { id } __schema { types { name } } }`;
  const { asked, introspection } = splitIntrospection(parse(query));
  expect(asked?.definitions.length).toBe(depth + 2);
  expect(introspection?.definitions.length).toBe(depth + 2);
});

test('of several operations the named one alone is made ready, with its own fragments and names', () => {
  const document = parse(`query A { mine { depth: id ...M } __schema { types { name } } }
    query B($id: ID) { mine(id: $id) { ...N } } fragment M on Mine { id } fragment N on Mine { depth }`);
  const { asked, introspection } = normalised(SCHEMAS, document, 'A');
  expect(asked && onOneLine(print(asked))).toBe(onOneLine('query A { mine { zz_depth: id id } }'));
  expect(
    introspection && executeSync({ schema: SCHEMA, document: introspection }).data,
  ).toMatchObject({
    __schema: { types: expect.arrayContaining([{ name: 'Mine' }]) },
  });
});

test('an operation that is not there is a mistake of the caller', () => {
  expect(() => normalised(SCHEMAS, parse('query A { all { id } }'), 'B')).toThrow(
    'Expected an operation "B", got a document without it.',
  );
});
