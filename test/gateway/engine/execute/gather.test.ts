import { expect, test } from '@jest/globals';
import { gather, gatherAgain } from '../../../../gateway/engine/execute/gather.ts';
import type { Values } from '../../../../gateway/engine/execute/values.ts';
import { runOf } from './run-of.ts';

/** By its id; bare is what holds nothing else. */
const represent = {
  textOf: ({ id }: Values) => (typeof id === 'string' ? id : undefined),
  isBare: (entity: Values) => Object.keys(entity).length === 1,
};

function gathered(data: Values, path: string, shares = false) {
  const run = runOf({ data, shares });
  return { ...gather(run, path.split('.'), represent), shares: run.shares };
}

test('entities are gathered once each, in their order, with all their objects', () => {
  const [a, b, other] = [{ id: 'a', x: 1 }, { id: 'b' }, { id: 'a', x: 2 }];
  const data = { mines: [a, null, b, other, { x: 3 }, 'text'] };
  expect(gathered(data, 'mines.@')).toEqual({
    representations: ['a', 'b'],
    targets: [[a, other], [b]],
    shares: false,
  });
});

test('twins that hold nothing else are one object from there on', () => {
  const data = {
    mines: [{ id: 'a' }, { id: 'a' }, { id: 'b' }],
    list: [{ to: { id: 'c' } }, { to: { id: 'c' } }],
  };
  const [first] = data.mines;
  expect(gathered(data, 'mines.@')).toEqual({
    representations: ['a', 'b'],
    targets: [[first], [{ id: 'b' }]],
    shares: true,
  });
  expect(data.mines[1]).toBe(first);
  expect(gathered(data, 'list.@.to')).toMatchObject({ representations: ['c'], shares: true });
  expect(data.list[1]?.to).toBe(data.list[0]?.to);
});

test.each([
  ['the second', [{ id: 'a' }, { id: 'a', x: 1 }]],
  ['the first', [{ id: 'a', x: 1 }, { id: 'a' }]],
])('of two alike of which %s holds more both stay', (_, mines) => {
  const [one, two] = mines;
  expect(gathered({ mines }, 'mines.@')).toEqual({
    representations: ['a'],
    targets: [[one, two]],
    shares: false,
  });
  expect(mines[0]).not.toBe(mines[1]);
});

test('an object that stands in two places is one target', () => {
  const a = { id: 'a', x: 1 };
  expect(gathered({ mines: [a, a, { id: 'b' }] }, 'mines.@', true)).toEqual({
    representations: ['a', 'b'],
    targets: [[a], [{ id: 'b' }]],
    shares: true,
  });
});

test('entities are found again in the order in which they were asked of, though others stand in their places', () => {
  const run = runOf({ data: { mines: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] } });
  const path = ['mines', '@'];
  const before = gather(run, path, represent);
  const [b, a] = [{ id: 'b', x: 1 }, { id: 'a' }];
  run.data.mines = [b, a, { id: 'd' }];
  const again = gatherAgain(before, run, { path, represent });
  expect(again).toEqual({ representations: ['a', 'b', 'c'], targets: [[a], [b], []] });
});
