import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import { OperationTypeNode } from 'graphql';
import { waitForContext } from '../../../../gateway/engine/compile/wait-for-context.ts';

const fetch = (path: string, operation: string, more: Partial<FetchNode> = {}): PlanNode => ({
  kind: 'Flatten',
  path: path.split('/'),
  node: {
    ...{ kind: 'Fetch', serviceName: 'a', operation, operationName: undefined },
    ...{ operationKind: OperationTypeNode.QUERY, ...more },
  },
});
const contextual = (path: string, rewrite: string): PlanNode =>
  fetch(path, '{price}', {
    contextRewrites: [{ kind: 'KeyRenamer', path: rewrite.split('/'), renameKeyTo: 'c' }],
  });
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });
const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });

const ITEM = contextual('shops/@/aisle/items/@', '../../... on Shop/owner/... on Person/lang');
const [SHOP, OWNER] = [fetch('shops/@', '{owner{lang}}'), fetch('shops/@/owner', '{lang}')];
const OTHERS = [
  fetch('shops/@', '{name}'),
  fetch('shops/@/aisle', '{lang}'),
  fetch('others/@', '{owner{lang}}'),
];

test.each([
  ['what gives the object that has it', SHOP],
  ['what gives it to an object within', OWNER],
  ['what ends in such', sequence(fetch('shops/@', '{id}'), OWNER)],
  ['what gives it in some cases', { kind: 'Condition', condition: 'x', ifClause: SHOP } as const],
])('an argument from context waits for %s', (_, giver) => {
  const [other] = OTHERS;
  if (!other) throw new Error('Expected another one.');
  expect(waitForContext(parallel(ITEM, giver, other))).toEqual(
    sequence(parallel(giver, other), parallel(ITEM)),
  );
});

test('it waits wherever its plan is', () => {
  const inner = parallel(ITEM, SHOP);
  const due = sequence(parallel(SHOP), parallel(ITEM));
  const condition = { kind: 'Condition' as const, condition: 'x' };
  expect(waitForContext(sequence(fetch('shops', '{a}'), inner))).toEqual(
    sequence(fetch('shops', '{a}'), due),
  );
  expect(waitForContext({ ...condition, ifClause: inner })).toEqual({
    ...condition,
    ifClause: due,
  });
  expect(waitForContext({ ...condition, elseClause: inner })).toEqual({
    ...condition,
    elseClause: due,
  });
});

test.each([
  ['what gives it elsewhere, or gives something else', parallel(ITEM, ...OTHERS)],
  ['a root', parallel(ITEM, fetch('', '{lang}'))],
  ['itself', sequence(SHOP, ITEM)],
])('an argument from context does not wait for %s', (_, plan) => {
  expect(waitForContext(plan)).toEqual(plan);
});

test('a plan without context is given back as it is', () => {
  const plan = parallel(SHOP, OWNER);
  expect(waitForContext(plan)).toBe(plan);
});
