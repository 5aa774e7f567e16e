import { expect, test } from '@jest/globals';
import { openKeptAnswers } from '../../../gateway/members/index.ts';
import { openVirtualClock } from '../../virtual-clock.ts';

const LIMITS = { entriesMax: 3, charactersMax: 1_000, ageMsMax: 60_000 };
const opened = () => {
  const clock = openVirtualClock();
  const kept = openKeptAnswers(LIMITS, clock);
  const found = (...asked: readonly string[]) =>
    asked.filter((each) => kept.find(each) !== undefined);
  return { clock, kept, found };
};

test('what was said is found with the moment at which it was said', async () => {
  const { clock, kept } = opened();
  await clock.advance(1_000);
  kept.keep('a', { name: 'copper' });
  await clock.advance(2_000);
  expect(kept.find('a')).toEqual({ value: { name: 'copper' }, asOf: '2026-01-01T00:00:01.000Z' });
  expect(kept.find('b')).toBeUndefined();
});

test('what is said again later is newer', async () => {
  const { clock, kept } = opened();
  kept.keep('a', 1);
  await clock.advance(10_000);
  kept.keep('a', 2);
  expect(kept.find('a')).toEqual({ value: 2, asOf: '2026-01-01T00:00:10.000Z' });
});

test('at its age it is still found, a moment later it is not', async () => {
  const { clock, kept, found } = opened();
  kept.keep('a', 1);
  await clock.advance(LIMITS.ageMsMax);
  expect(found('a')).toEqual(['a']);
  await clock.advance(1);
  expect(found('a')).toEqual([]);
});

test('of more than its entries what was used last stays', () => {
  const { kept, found } = opened();
  for (const each of ['a', 'b', 'c']) kept.keep(each, 1);
  expect(found('b', 'c', 'a')).toEqual(['b', 'c', 'a']);
  kept.keep('d', 1);
  expect(found('a', 'b', 'c', 'd')).toEqual(['a', 'c', 'd']);
});

test('of more than its characters too', () => {
  const clock = openVirtualClock();
  const kept = openKeptAnswers({ ...LIMITS, entriesMax: 100 }, clock);
  const text = 'x'.repeat(97); // with its quotes and one letter of the question: 100
  for (let i = 0; i < 10; i++) kept.keep(String(i), text);
  expect(kept.find('0')).toBeDefined();
  kept.keep('new', 1);
  expect([kept.find('1'), kept.find('2')?.value, kept.find('0')?.value]).toEqual([
    undefined,
    text,
    text,
  ]);
});

test('one that would push out most others is not kept, and what it replaces is gone', async () => {
  const { clock, kept } = opened();
  kept.keep('a', 'short');
  await clock.advance(10_000);
  kept.keep('a', 'x'.repeat(98));
  expect(kept.find('a')).toBeUndefined();
});

test('nobody who is given a value can change it', () => {
  const { kept } = opened();
  kept.keep('a', { name: 'copper' });
  Object.assign(kept.find('a')?.value ?? {}, { name: 'tin' });
  expect(kept.find('a')?.value).toEqual({ name: 'copper' });
});
