import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Generation } from '../../../gateway/generations/generation.ts';

const EMPTY = { number: 0, members: [], extensions: [] };
const LIMITS = { drainMsMax: 60_000, hurriedMsMax: 60_000 };

test('a generation ends when the last request that began on it has ended', async () => {
  const generation = new Generation(EMPTY, 'gateway');
  const [endOne, endOther] = [generation.lease(() => {}), generation.lease(() => {})];
  let hasEnded = false;
  const drained = generation.drain(LIMITS).then(() => {
    hasEnded = true;
  });
  endOne();
  await wait(20);
  expect(hasEnded).toBe(false);
  endOther();
  await drained;
});

test('a generation that nobody uses ends at once', async () => {
  await new Generation(EMPTY, 'gateway').drain(LIMITS);
});

test('a request that was given the schema just before the swap is waited for too', async () => {
  const generation = new Generation(EMPTY, 'gateway');
  let hasEnded = false;
  const drained = generation.drain(LIMITS).then(() => {
    hasEnded = true;
  });
  const end = generation.lease(() => {});
  await wait(20);
  expect(hasEnded).toBe(false);
  end();
  await drained;
});

test('when time is over, what is under way is hurried, and then no longer waited for', async () => {
  const generation = new Generation(EMPTY, 'gateway');
  const hurried: string[] = [];
  const end = generation.lease(() => {
    hurried.push('one');
    end();
  });
  generation.lease(() => hurried.push('other'));
  await generation.drain({ drainMsMax: 20, hurriedMsMax: 20 });
  expect(hurried).toEqual(['one', 'other']);
});
