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

test('however little the pieces before took, of those that take long one begins in a round', async () => {
  const turns = openTurns(5);
  const begunIn: number[] = [];
  let round = 0;
  const counting = setInterval(() => (round += 1), 0);
  const piece = async (forMs: number) => {
    await turns();
    if (forMs > 0) begunIn.push(round);
    work(forMs);
    await Promise.resolve();
    work(forMs);
  };
  const sizes = [...Array.from({ length: 200 }, () => 0), 6, 6, 6, 6, 6];
  await Promise.all([piece(6), ...sizes.map(piece)]);
  clearInterval(counting);
  expect(new Set(begunIn).size).toBe(6);
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
