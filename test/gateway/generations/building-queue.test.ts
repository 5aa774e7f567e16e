import { expect, test } from '@jest/globals';
import {
  openBuildingQueue,
  type Replaced,
  swapped,
} from '../../../gateway/generations/building-queue.ts';
import type { PublishedState } from '../../../gateway/generations/index.ts';

const state = (number: number): PublishedState => ({ number, members: [], extensions: [] });
const REFUSED: Replaced = { kind: 'refused', says: 'It does not compose.' };

/** A queue whose room is given by hand; what it builds is written down. */
function queueThatBuilds(outcome: (number: number) => Replaced = (each) => swapped(state(each))) {
  const built: number[] = [];
  let room: () => void = () => undefined;
  let isFull = false;
  const queue = openBuildingQueue(state(0), {
    build: (published) => {
      built.push(published.number);
      return Promise.resolve(outcome(published.number));
    },
    roomFor: () =>
      isFull
        ? new Promise((resolve) => {
            room = resolve;
          })
        : Promise.resolve(),
  });
  return {
    queue,
    built,
    fill: () => {
      isFull = true;
    },
    empty: () => {
      isFull = false;
      room();
    },
  };
}

test('states that come one after the other are built one after the other', async () => {
  const { queue, built } = queueThatBuilds();
  expect(await queue.add(state(1))).toEqual(swapped(state(1)));
  expect(await queue.add(state(2))).toEqual(swapped(state(2)));
  expect(built).toEqual([1, 2]);
});

test('54 states that come while there is no room are one generation, which holds the newest', async () => {
  const { queue, built, fill, empty } = queueThatBuilds();
  fill();
  const all = Array.from({ length: 54 }, (_, place) => queue.add(state(place + 1)));
  await new Promise(setImmediate);
  empty();
  expect(await Promise.all(all)).toEqual(all.map(() => swapped(state(54))));
  expect(built).toEqual([54]);
});

test('an older state that comes late is not built over a newer one', async () => {
  const { queue, built } = queueThatBuilds();
  await queue.add(state(7));
  expect(await queue.add(state(6))).toEqual(swapped(state(7)));
  expect(built).toEqual([7]);
});

test('what was refused is not in the way of what follows, be it the state before', async () => {
  const { queue, built } = queueThatBuilds((number) =>
    number === 2 ? REFUSED : swapped(state(number)),
  );
  await queue.add(state(1));
  expect(await queue.add(state(2))).toEqual(REFUSED);
  expect(await queue.add(state(1))).toEqual(swapped(state(1)));
  expect(await queue.add(state(2))).toEqual(REFUSED);
  expect(await queue.add(state(3))).toEqual(swapped(state(3)));
  expect(built).toEqual([1, 2, 1, 2, 3]);
});

test('a gateway that stops builds nothing any more', async () => {
  const { queue, built } = queueThatBuilds();
  queue.close();
  expect(await queue.add(state(1))).toEqual({ kind: 'refused', says: 'The gateway is stopping.' });
  expect(built).toEqual([]);
});
