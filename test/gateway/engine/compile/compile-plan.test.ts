import type { PlanNode } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import { OperationTypeNode } from 'graphql';
import { compilePlan } from '../../../../gateway/engine/compile/compile-plan.ts';
import type { SubgraphAnswer } from '../../../../gateway/engine/execute/index.ts';
import { runOf, TYPES } from '../execute/run-of.ts';

const fetch = (operation: string, more: object = {}): PlanNode => ({
  ...{
    kind: 'Fetch',
    serviceName: 'mines',
    operation,
    operationName: undefined,
    operationKind: OperationTypeNode.QUERY,
    ...more,
  },
});
const REQUIRES = { requires: ['__typename', 'id'].map((name) => ({ kind: 'Field', name })) };
const entities = (operation: string, more: object = {}) =>
  fetch(operation, { ...REQUIRES, ...more });
const at = (path: readonly string[], node: PlanNode): PlanNode => ({
  kind: 'Flatten',
  path: [...path],
  node,
});

const ANSWERS: Readonly<Record<string, SubgraphAnswer>> = {
  '{ a }': {
    data: { a: { __typename: 'Mine', id: '1', inner: [{ __typename: 'Port', id: 'p' }] } },
  },
  '{ b }': { data: { b: 2 } },
  '{ name }': { data: { _entities: [{ name: 'A' }] } },
  '{ port }': { data: { _entities: [{ port__alias_0: 'P' }] } },
};

async function ran(
  node: PlanNode | undefined,
  given: Parameters<typeof runOf>[0] = {},
  keys = new Map(),
) {
  const run = runOf(given, ({ question }) =>
    structuredClone(ANSWERS[question.query] ?? { data: null }),
  );
  const plan = { kind: 'QueryPlan' as const, ...(node && { node }) };
  await compilePlan(plan, { ...TYPES, keys, isFollowed: (operation) => operation === '{ a }' })(
    run,
  );
  const asked = run.asks.map(({ question, path, representations }) =>
    [path, question.query, ...(representations ?? [])].flat().join(' '),
  );
  return { data: run.data, asked, run };
}

const MINE = { __typename: 'Mine', id: '1', inner: [{ __typename: 'Port', id: 'p' }] };
const ID = '{"__typename":"Mine","id":"1"}';

test.each<
  readonly [name: string, node: PlanNode | undefined, asked: readonly string[], data: object]
>([
  ['nothing', undefined, [], {}],
  ['a fetch of the root', fetch('{ a }'), ['{ a }'], { a: MINE }],
  [
    'fetches side by side',
    { kind: 'Parallel', nodes: [fetch('{ a }'), fetch('{ b }')] },
    ['{ a }', '{ b }'],
    { a: MINE, b: 2 },
  ],
  [
    'a fetch of entities after one of the root',
    { kind: 'Sequence', nodes: [fetch('{ a }'), at(['a'], entities('{ name }'))] },
    ['{ a }', `a { name } ${ID}`],
    { a: { ...MINE, name: 'A' } },
  ],
  [
    'a place within a place',
    {
      kind: 'Sequence',
      nodes: [
        fetch('{ a }'),
        at(
          ['a'],
          at(
            ['inner', '@'],
            entities('{ port }', {
              outputRewrites: [
                { kind: 'KeyRenamer', path: ['port__alias_0'], renameKeyTo: 'port' },
              ],
            }),
          ),
        ),
      ],
    },
    ['{ a }', 'a inner @ { port } {"__typename":"Port","id":"p"}'],
    { a: { ...MINE, inner: [{ __typename: 'Port', id: 'p', port: 'P' }] } },
  ],
  [
    'several steps at one place',
    {
      kind: 'Sequence',
      nodes: [
        fetch('{ a }'),
        at(['a'], { kind: 'Parallel', nodes: [entities('{ name }'), fetch('{ b }')] }),
      ],
    },
    ['{ a }', 'a { b }', `a { name } ${ID}`],
    { a: { ...MINE, name: 'A', b: 2 } },
  ],
  [
    'a rewrite of what is sent',
    {
      kind: 'Sequence',
      nodes: [
        fetch('{ a }'),
        at(
          ['a'],
          entities('{ name }', {
            inputRewrites: [
              { kind: 'ValueSetter', path: ['... on Place', '__typename'], setValueTo: 'Place' },
            ],
          }),
        ),
      ],
    },
    ['{ a }', 'a { name } {"__typename":"Place","id":"1"}'],
    { a: { ...MINE, name: 'A' } },
  ],
])('a plan is carried out: %s', async (_, node, asked, data) => {
  const ended = await ran(node);
  expect([ended.asked.toSorted(), ended.data]).toEqual([asked.toSorted(), data]);
});

test.each<
  readonly [name: string, conditions: Readonly<Record<string, boolean>>, asked: readonly string[]]
>([
  ['true', { x: true }, ['{ a }']],
  ['false', { x: false }, ['{ b }']],
])('of the two sides of a condition the one for %s is taken', async (_, conditions, asked) => {
  const node: PlanNode = {
    kind: 'Condition',
    condition: 'x',
    ifClause: fetch('{ a }'),
    elseClause: fetch('{ b }'),
  };
  expect((await ran(node, { conditions })).asked).toEqual(asked);
});

test('a side of a condition that is not there is nothing to do', async () => {
  const node: PlanNode = { kind: 'Condition', condition: 'x', ifClause: fetch('{ a }') };
  expect((await ran(node, { conditions: { x: false } })).asked).toEqual([]);
});

test('a fetch is asked with its name, its variables, and whether it changes anything or others wait for it', async () => {
  const node = fetch('{ a }', {
    operationName: 'Q__0',
    operationKind: 'mutation',
    variableUsages: ['first'],
  });
  const { run } = await ran(node, { variables: { first: 1, other: 2 } });
  expect(run.asks).toMatchObject([
    {
      question: {
        service: 'mines',
        query: '{ a }',
        operationName: 'Q__0',
        isMutation: true,
        isFollowed: true,
      },
      variables: { first: 1 },
    },
  ]);
});

test('an entity whose keys in the subgraph are null is not asked for', async () => {
  const node: PlanNode = at(['mine'], entities('{ name }'));
  const data = { mine: { __typename: 'Mine', id: null } };
  const keys = new Map([
    ['mines Mine', [[{ name: 'id', fields: [] }]]],
    ['ports Mine', []],
  ]);
  expect((await ran(node, { data }, keys)).asked).toEqual([]);
});

test('fetches that ask one place for different fields are two', async () => {
  const nodes = ['name', 'port'].map((field, number) =>
    at(['a'], entities(`query Q__${number}{${field}}`)),
  );
  const { asked } = await ran(
    { kind: 'Parallel', nodes },
    { data: { a: { __typename: 'Mine', id: '1' } } },
  );
  expect(asked).toEqual([`a query Q__0{name} ${ID}`, `a query Q__1{port} ${ID}`]);
});

test('fetches that ask the same at two places are one, whatever the planner calls them', async () => {
  const nodes = ['a', 'b'].map((name, number) =>
    at([name], entities(`query Q__${number}($r:[_Any!]!){name}`)),
  );
  const mine = (id: string) => ({ __typename: 'Mine', id });
  const { asked } = await ran(
    { kind: 'Parallel', nodes },
    { data: { a: mine('1'), b: mine('2') } },
  );
  expect(asked).toEqual([`a query Q__0($r:[_Any!]!){name} ${ID} {"__typename":"Mine","id":"2"}`]);
});

test.each([
  ['Defer', { kind: 'Defer', primary: {}, deferred: [] }],
  ['Subscription', { kind: 'Subscription', primary: fetch('{ a }') }],
])('a plan with %s is a fault of ours', async (kind, node) => {
  await expect(ran(node as unknown as PlanNode)).rejects.toThrow(
    `Expected a plan without deferred parts and subscriptions, got ${kind}.`,
  );
});

test('a root that has an argument from context fails, for it would be asked without it', async () => {
  const contextRewrites = [{ kind: 'KeyRenamer', path: ['..', 'id'], renameKeyTo: 'c_0' }];
  await expect(ran(fetch('{ a }', { contextRewrites }))).rejects.toThrow(
    'Expected arguments from context for entities alone, got one for mines.',
  );
});
