import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openTurns } from '../../../../gateway/engine/transport/index.ts';

/** Keeps the loop busy. */
function work(forMs: number): void {
  const endsAt = performance.now() + forMs;
  while (performance.now() < endsAt);
}

test('in a quiet moment work begins at once', async () => {
  const turns = openTurns(5);
  expect(turns()).toBeUndefined();
  await nextTurn();
  expect(turns()).toBeUndefined();
});

test('of much work that is ready at once a part begins in each round of the loop, in order', async () => {
  const turns = openTurns(5);
  const begun: number[] = [];
  let rounds = 0;
  const counting = setInterval(() => (rounds += 1), 0);
  const piece = async (number: number) => {
    await turns();
    begun.push(number);
    work(3);
  };
  await Promise.all(Array.from({ length: 40 }, (_, number) => piece(number)));
  clearInterval(counting);
  expect(begun).toEqual([...begun].sort((a, b) => a - b));
  expect(rounds).toBeGreaterThan(8);
});

test('nothing waits for ever behind work that takes long', async () => {
  const turns = openTurns(5);
  const piece = async () => {
    await turns();
    work(30);
  };
  await Promise.all(Array.from({ length: 5 }, piece));
  await nextTurn();
  expect(turns()).toBeUndefined();
});
