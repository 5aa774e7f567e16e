import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import { type FieldNode, parse, type SelectionNode } from 'graphql';
import { compileRepresentation, type KeyField } from '../../../../gateway/engine/execute/index.ts';
import { TYPES } from './run-of.ts';

type Representing = {
  readonly requires?: string;
  readonly inputRewrites?: readonly FetchDataRewrite[];
  /** By the type that is sent. */
  readonly keys?: Readonly<Record<string, string>>;
};

function representing({ requires = MINE, inputRewrites = [], keys = {} }: Representing) {
  return compileRepresentation({
    ...{ requires: selections(requires).map(required), inputRewrites, isOfType: TYPES.isOfType },
    keysOf: (typename) =>
      keys[typename] === undefined ? [] : keys[typename].split('|').map(keyFields),
  });
}

const MINE = '... on Mine { __typename id }';
const mine = { __typename: 'Mine', id: 'a' };

function selections(text: string): readonly SelectionNode[] {
  const [operation] = parse(`{ ${text} }`).definitions;
  return operation?.kind === 'OperationDefinition' ? operation.selectionSet.selections : [];
}

function required(node: SelectionNode): QueryPlanSelectionNode {
  if (node.kind === 'FragmentSpread') throw new Error('Expected no spread.');
  const inner = (node.selectionSet?.selections ?? []).map(required);
  if (node.kind === 'InlineFragment')
    return {
      kind: 'InlineFragment',
      selections: inner,
      ...(node.typeCondition && { typeCondition: node.typeCondition.name.value }),
    };
  return {
    kind: 'Field',
    name: node.name.value,
    ...(node.alias && { alias: node.alias.value }),
    ...(node.selectionSet && { selections: inner }),
  };
}

const keyFields = (text: string): readonly KeyField[] => selections(text).map(keyField);
const keyField = (node: SelectionNode): KeyField => {
  const { name, selectionSet } = node as FieldNode;
  return { name: name.value, fields: (selectionSet?.selections ?? []).map(keyField) };
};

test.each<
  readonly [name: string, representing: Representing, entity: object, text: string | undefined]
>([
  ['what is required, in its order', {}, { name: 'A', ...mine }, '{"__typename":"Mine","id":"a"}'],
  [
    'of each type what is required of it',
    { requires: `${MINE} ... on Port { __typename name }` },
    { ...mine, __typename: 'Port', name: 'P' },
    '{"__typename":"Port","name":"P"}',
  ],
  [
    'of a type what is required of its interface',
    { requires: '... on Place { __typename id }' },
    mine,
    '{"__typename":"Mine","id":"a"}',
  ],
  ['of another type nothing', {}, { ...mine, __typename: 'Port' }, undefined],
  ['of what says no type nothing', {}, { id: 'a' }, undefined],
  ['of what says a type that is no text nothing', {}, { ...mine, __typename: 7 }, undefined],
  [
    'a field that stands twice once, with all that is required in it',
    { requires: '... on Mine { __typename port { id } } ... on Place { port { name } }' },
    { ...mine, port: { name: 'P', id: 'p', more: 1 } },
    '{"__typename":"Mine","port":{"id":"p","name":"P"}}',
  ],
  [
    'a field under the name that it was given',
    { requires: '... on Mine { __typename i: id }' },
    { ...mine, i: 'b' },
    '{"__typename":"Mine","i":"b"}',
  ],
  [
    'numbers, truths, nulls and lists as they are',
    { requires: '... on Mine { __typename a b c d e }' },
    { ...mine, a: 1.5, b: false, c: null, d: ['x', null], e: { f: 'any' } },
    '{"__typename":"Mine","a":1.5,"b":false,"c":null,"d":["x",null],"e":{"f":"any"}}',
  ],
  [
    'texts as JSON',
    { requires: '... on Mine { __typename id }' },
    { ...mine, id: 'a"\n' },
    '{"__typename":"Mine","id":"a\\"\\n"}',
  ],
  [
    'objects in lists in lists',
    { requires: '... on Mine { __typename ports { id } }' },
    { ...mine, ports: [[{ id: 1, a: 1 }], [], [null]] },
    '{"__typename":"Mine","ports":[[{"id":1}],[],[null]]}',
  ],
  [
    'of an object by the type that it says',
    {
      requires:
        '... on Mine { __typename port { __typename ... on Port { id } ... on Mine { name } } }',
    },
    { ...mine, port: { __typename: 'Port', id: 'p', name: 'P' } },
    '{"__typename":"Mine","port":{"__typename":"Port","id":"p"}}',
  ],
  [
    'an object of which nothing is required',
    { requires: '... on Mine { __typename port { ... on Mine { id } } }' },
    { ...mine, port: { __typename: 'Port' } },
    '{"__typename":"Mine","port":{}}',
  ],
  [
    'nothing where a field is not there',
    { requires: '... on Mine { __typename id depth }' },
    mine,
    undefined,
  ],
  [
    'nothing where one is not there below',
    { requires: '... on Mine { __typename port { id } }' },
    { ...mine, port: {} },
    undefined,
  ],
  [
    'nothing where one is not there in a list',
    { requires: '... on Mine { __typename ports { id } }' },
    { ...mine, ports: [{ id: 1 }, {}] },
    undefined,
  ],
  [
    'nothing of what all objects have',
    { requires: '... on Mine { __typename constructor }' },
    mine,
    undefined,
  ],
])('an entity is represented by %s', (_, parts, entity, text) => {
  const { textOf } = representing(parts);
  expect([textOf(entity as never), textOf(entity as never)]).toEqual([text, text]);
});

test.each<readonly [keys: string | undefined, entity: object, isAsked: boolean]>([
  [undefined, { id: null }, true],
  ['id', { id: 'a' }, true],
  ['id', { id: null }, false],
  ['id name', { id: null, name: 'A' }, true],
  ['id name', { id: null, name: null }, false],
  ['id | name', { id: null, name: 'A' }, true],
  ['id | name', { id: null, name: null }, false],
  ['id', { id: 0 }, true],
  ['id', { id: [] }, true],
  ['port { id }', { port: { id: 'p' } }, true],
  ['port { id }', { port: { id: null } }, false],
  ['port { id }', { port: null }, false],
])('by the keys %s an entity with %j can be known: %s', (keys, entity, isAsked) => {
  const { textOf } = representing({
    requires: `... on Mine { __typename ${Object.keys(entity)
      .map((name) => (name === 'port' ? 'port { id }' : name))
      .join(' ')} }`,
    keys: keys === undefined ? {} : { Mine: keys },
  });
  expect(textOf({ __typename: 'Mine', ...entity }) !== undefined).toBe(isAsked);
});

const AS_PLACE: FetchDataRewrite = {
  kind: 'ValueSetter',
  path: ['... on Place', '__typename'],
  setValueTo: 'Place',
};

test.each<readonly [name: string, representing: Representing, text: string | undefined]>([
  [
    'a subgraph that knows an interface as an object is told its name',
    { inputRewrites: [AS_PLACE] },
    '{"__typename":"Place","id":"a"}',
  ],
  [
    'the name stays where the rewrite is for others',
    { inputRewrites: [{ ...AS_PLACE, path: ['... on Port', '__typename'] }] },
    '{"__typename":"Mine","id":"a"}',
  ],
  [
    'the keys that count are those of the type that is sent',
    { inputRewrites: [AS_PLACE], keys: { Place: 'name', Mine: 'id' } },
    undefined,
  ],
  [
    'another field is rewritten in what is sent',
    { inputRewrites: [{ kind: 'KeyRenamer', path: ['... on Mine', 'id'], renameKeyTo: 'code' }] },
    '{"__typename":"Mine","code":"a"}',
  ],
  [
    'both at once',
    {
      inputRewrites: [
        AS_PLACE,
        { kind: 'KeyRenamer', path: ['... on Mine', 'id'], renameKeyTo: 'code' },
      ],
    },
    '{"__typename":"Place","code":"a"}',
  ],
])('%s', (_, parts, text) => {
  const entity = { ...mine };
  expect(representing(parts).textOf(entity)).toBe(text);
  expect(entity).toEqual(mine);
});

test.each([
  ['what is required alone', {}, true],
  ['more', { name: 'A' }, false],
])('an entity is bare that holds %s', (_, more, isBare) => {
  expect(representing({}).isBare({ ...mine, ...more })).toBe(isBare);
});

test('an entity that holds objects is not bare, for these may hold more', () => {
  const { isBare } = representing({ requires: '... on Mine { __typename port { id } }' });
  expect(isBare({ __typename: 'Mine', port: { id: 'p' } })).toBe(false);
});
