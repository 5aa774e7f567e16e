import type { FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import { OperationTypeNode } from 'graphql';
import { leftAloneIn } from '../../../../gateway/engine/compile/left-alone.ts';

const field = (name: string, selections?: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  ...{ kind: 'Field', name },
  ...(selections && { selections }),
});
const root = (operation: string): FetchNode => ({
  ...{ kind: 'Fetch', serviceName: 'mines', operation, operationName: undefined },
  operationKind: OperationTypeNode.QUERY,
});
const at = (path: string, selection: string, more: Partial<FetchNode> = {}): PlanNode => ({
  kind: 'Flatten',
  path: path.split('.'),
  node: {
    ...root(`query($r:[_Any!]!){_entities(representations:$r)${selection}}`),
    requires: [field('__typename'), field('id')],
    ...more,
  },
});

/** The names that are left alone, of each fetch that has any. */
const foundIn = (...nodes: readonly PlanNode[]) =>
  [
    ...leftAloneIn({ kind: 'QueryPlan', node: { kind: 'Sequence', nodes: [...nodes] } }).values(),
  ].map(({ typename, names }) => `${typename} ${names.join(' ')}`);

const MINES = root('{ mines { __typename id name port { __typename id } } }');
const DEPTH = '{...on Mine{depth rank: order}}';

test.each<readonly [name: string, nodes: readonly PlanNode[], found: readonly string[]]>([
  ['leaves that nobody else gives', [at('mines.@', DEPTH)], ['Mine depth rank']],
  [
    'in two places',
    [at('mines.@', DEPTH), at('port', DEPTH)],
    ['Mine depth rank', 'Mine depth rank'],
  ],
  ['given twice', [at('mines.@', DEPTH), at('mines.@', '{...on Mine{depth}}')], []],
  ['given by the root', [at('mines.@', '{...on Mine{name}}')], []],
  ['given under an alias', [at('mines.@', '{...on Mine{name: depth}}')], []],
  [
    'given in a fragment',
    [root('{ a { ...F } } fragment F on A { depth }'), at('a', '{...on Mine{depth}}')],
    [],
  ],
  [
    'given where a condition holds',
    [
      {
        kind: 'Condition',
        condition: 'c',
        ifClause: at('mines.@', DEPTH),
        elseClause: at('mines.@', '{...on Mine{order}}'),
      },
    ],
    ['Mine depth rank', 'Mine order'],
  ],
  [
    'required by another',
    [at('mines.@', DEPTH), at('mines.@', '{...on Mine{a}}', { requires: [field('depth')] })],
    ['Mine a'],
  ],
  [
    'required from above',
    [
      at('mines.@.port', '{...on Port{draught}}'),
      at('mines.@', '{...on Mine{a}}', {
        requires: [
          {
            kind: 'InlineFragment',
            typeCondition: 'Mine',
            selections: [field('port', [field('draught')])],
          },
        ],
      }),
    ],
    ['Mine a'],
  ],
  ['an object', [at('mines.@', '{...on Mine{depth owner{name}}}')], []],
  ['several types', [at('mines.@', '{...on Mine{depth} ...on Port{depth}}')], []],
  ['a field under a condition', [at('mines.@', '{...on Mine{depth @include(if: $c)}}')], []],
  ['a type under a condition', [at('mines.@', '{...on Mine @skip(if: $c){depth}}')], []],
  ['a fragment in it', [at('mines.@', '{...on Mine{depth ...on Mine{a}}}')], []],
  [
    'what is renamed when it comes',
    [
      at('mines.@', DEPTH, {
        outputRewrites: [{ kind: 'KeyRenamer', path: ['depth'], renameKeyTo: 'a' }],
      }),
    ],
    [],
  ],
])('fields are left alone that no other step touches: %s', (_, nodes, found) => {
  expect(foundIn(MINES, ...nodes)).toEqual(found);
});
