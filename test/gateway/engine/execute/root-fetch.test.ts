import { expect, test } from '@jest/globals';
import { rootFetch, type SubgraphAnswer } from '../../../../gateway/engine/execute/index.ts';
import { runOf, TYPES } from './run-of.ts';

function fetchOf(path: readonly string[] = []) {
  const question = {
    service: 'mines',
    query: '{ mine }',
    operationName: undefined,
    isMutation: false,
    isFollowed: false,
  };
  const outputRewrites = [
    { kind: 'KeyRenamer' as const, path: ['mine', 'id__alias_0'], renameKeyTo: 'id' },
  ];
  return rootFetch({ ...TYPES, question, path, variables: ['first'], outputRewrites });
}

test('a subgraph is asked for fields of the root with the variables that it uses', async () => {
  const run = runOf({ variables: { first: 5, other: 1 } });
  await fetchOf()(run);
  expect(run.asks).toMatchObject([
    { question: { service: 'mines', query: '{ mine }' }, path: [], variables: { first: 5 } },
  ]);
  expect(run.asks[0]).not.toHaveProperty('representations');
});

test.each<readonly [name: string, answer: SubgraphAnswer, data: object, errors: readonly object[]]>(
  [
    [
      'data is added to what is there',
      { data: { mine: { id: 'a' } } },
      { site: 1, mine: { id: 'a' } },
      [],
    ],
    [
      'a rewrite is done to it',
      { data: { mine: { id__alias_0: 'a' } } },
      { site: 1, mine: { id: 'a' } },
      [],
    ],
    ['no data leaves it', { data: null }, { site: 1 }, []],
    [
      'an error is told with it',
      { data: { mine: null }, errors: [{ message: 'Oh.', path: ['mine'] }] },
      { site: 1, mine: null },
      [{ message: 'Oh.', path: ['mine'] }],
    ],
  ],
)('of what comes %s', async (_, answer, data, errors) => {
  const run = runOf({ data: { site: 1 } }, () => answer);
  await fetchOf()(run);
  expect([run.data, run.errors, run.shares]).toEqual([data, errors, false]);
});

test('where a field gives the root again its fields stand there, in each place', async () => {
  const data = { again: [{ a: 1 }, { a: 2 }, null] };
  const run = runOf({ data }, () => ({
    data: { mine: { id: 'm' } },
    errors: [{ message: 'Oh.', path: ['mine'] }],
  }));
  await fetchOf(['again', '@'])(run);
  const mine = { id: 'm' };
  expect(run.data).toEqual({ again: [{ a: 1, mine }, { a: 2, mine }, null] });
  expect([run.errors, run.shares]).toEqual([
    [
      { message: 'Oh.', path: ['again', 0, 'mine'] },
      { message: 'Oh.', path: ['again', 1, 'mine'] },
    ],
    true,
  ]);
});

test('where the field gave nothing nobody is asked', async () => {
  const run = runOf({ data: { again: null } });
  await fetchOf(['again'])(run);
  expect(run.asks).toEqual([]);
});
