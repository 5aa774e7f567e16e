import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { ObjectShape, Shape } from '../../../../gateway/engine/shape/shape.ts';
import { type Question, shapeOf } from './shape-of.ts';

const SCHEMA = buildSchema(`
  interface Place { id: ID! }
  type Mine implements Place { id: ID! depths: [[Int!]]! port: Port }
  type Port implements Place { id: ID! draught: Float }
  type Hidden { id: ID }
  union Found = Mine | Port
  type Query { mine: Mine! places: [Place!] found: Found id: ID }`);

/** A shape as a sentence: what stands where, and `!` where no null may. */
function told(shape: Shape): string {
  const mark = shape.nonNull ? '!' : '';
  if (shape.kind === 'leaf') return `${shape.type}${mark}`;
  return shape.kind === 'list' ? `[${told(shape.of)}]${mark}` : `${shape.type.name}${mark}`;
}

const fieldsOf = (shape: ObjectShape, typename: string) =>
  shape
    .fieldsOf(typename)
    ?.map(({ label, name, key, place, value }) => [
      ...[label, name, key, place],
      value.kind === 'known' ? `= ${value.text}` : told(value),
    ]) ?? null;

const rootFields = (question: Question) => fieldsOf(shapeOf(SCHEMA, question), 'Query');

test('a shape says of each field how it is written, in the order of the question', () => {
  expect(rootFields({ query: '{ found { __typename } m: mine { id } places { id } }' })).toEqual([
    ['{"found":', 'found', 'found', 'Query.found', 'Found'],
    [',"m":', 'm', 'm', 'Query.mine', 'Mine!'],
    [',"places":', 'places', 'places', 'Query.places', '[Place!]'],
  ]);
});

test('lists in lists are lists in their shape, each with what may be null in it', () => {
  const mine = innerShape('{ mine { depths } }');
  expect(fieldsOf(mine, 'Mine')).toEqual([
    ['{"depths":', 'depths', 'depths', 'Mine.depths', '[[Int!]]!'],
  ]);
});

test('an object of an abstract type has the fields of the type that it says', () => {
  const found = innerShape('{ found { ... on Mine { port { id } } ... on Place { __typename } } }');
  expect(fieldsOf(found, 'Mine')).toEqual([
    ['{"port":', 'port', 'port', 'Mine.port', 'Port'],
    [',"__typename":', '__typename', '__typename', 'Mine.__typename', '= "Mine"'],
  ]);
  expect(fieldsOf(found, 'Port')).toEqual([
    ['{"__typename":', '__typename', '__typename', 'Port.__typename', '= "Port"'],
  ]);
});

test.each(['Hidden', 'Place', 'Query', 'Nobody', 'constructor', '__proto__', 'undefined'])(
  'an object of an abstract type cannot be of %s',
  (typename) => {
    const found = innerShape('{ found { __typename } }');
    expect([found.fieldsOf(typename), found.fieldsOf(typename)]).toEqual([null, null]);
  },
);

test('an object of a type is of no other', () => {
  const mine = innerShape('{ mine { id } }');
  expect(mine.fieldsOf('Port')).toBeNull();
});

test('the fields of a type are compiled once, when the first such object comes', () => {
  const found = innerShape('{ found { __typename } }');
  const [once, again] = [found.fieldsOf('Mine'), found.fieldsOf('Mine')];
  expect(once !== null && once === again).toBe(true);
});

test('names that are no types are forgotten beyond a thousand, and types are not', () => {
  const found = innerShape('{ found { __typename } }');
  for (let name = 0; name < 1_100; name += 1) expect(found.fieldsOf(`T${name}`)).toBeNull();
  const [once, again] = [found.fieldsOf('Port'), found.fieldsOf('Port')];
  expect(once !== null && once === again).toBe(true);
});

test('a name of the planned question is the client’s in the text and its own in the data', () => {
  const clientName = (name: string) => name.replace(/^zz_/, '');
  expect(rootFields({ query: '{ zz_id: mine { id } }', clientName })).toEqual([
    ['{"id":', 'id', 'zz_id', 'Query.mine', 'Mine!'],
  ]);
});

test('what the gateway answers itself is known by the client’s name, also where it was renamed', () => {
  const question = {
    query: '{ zz_id: __schema { description } __type(name: "A") { name } }',
    clientName: (name: string) => name.replace(/^zz_/, ''),
    own: { id: '{"description":null}', __type: 'null' },
  };
  expect(rootFields(question)).toEqual([
    ['{"id":', 'id', 'zz_id', 'Query.__schema', '= {"description":null}'],
    [',"__type":', '__type', '__type', 'Query.__type', '= null'],
  ]);
});

test('a field of a subgraph is asked of it, though the gateway knows an answer of that name', () => {
  expect(rootFields({ query: '{ id }', own: { id: '"mine"' } })).toEqual([
    ['{"id":', 'id', 'id', 'Query.id', 'ID'],
  ]);
});

test('a field that the type does not have is a fault of ours', () => {
  expect(() => rootFields({ query: '{ quarry }' })).toThrow(
    'Expected Query to have quarry, which is selected.',
  );
});

/** The shape of the first field of the answer. */
function innerShape(query: string): ObjectShape {
  const value = shapeOf(SCHEMA, { query }).fieldsOf('Query')?.[0]?.value;
  if (value?.kind !== 'object') throw new Error('Expected the first field to be an object.');
  return value;
}
