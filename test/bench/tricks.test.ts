import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { TRICKS } from '../../bench/tricks/table.ts';
import { savingOf } from '../../bench/tricks/tricks.ts';
import { copyWithout, textWithout } from '../../bench/tricks/without.ts';

const trick = {
  name: 'a trick',
  on: 'shop',
  isAskedAlone: true,
  file: 'gateway/engine/shape/json-text.ts',
  find: 'fast()',
  replace: 'slow()',
} as const;

test.each(TRICKS)('it can be told what this saves: $name', (each) => {
  const text = readFileSync(each.file, 'utf8');
  expect(textWithout(each, text)).not.toBe(text);
});

test('a trick that is not there, or in two places, cannot be taken out', () => {
  expect(textWithout(trick, 'return fast();')).toBe('return slow();');
  const says = (times: number) =>
    `a trick: expected its text once in gateway/engine/shape/json-text.ts, found it ${times} times.`;
  expect(() => textWithout(trick, 'return slow();')).toThrow(says(0));
  expect(() => textWithout(trick, 'fast() + fast()')).toThrow(says(2));
});

test('a copy lacks the trick alone, and the sources stay as they are', () => {
  const [first] = TRICKS;
  if (!first) throw new Error('Expected a trick.');
  const before = readFileSync(first.file, 'utf8');
  const folder = copyWithout(first);
  expect(readFileSync(join(folder, first.file), 'utf8')).toBe(textWithout(first, before));
  expect(readFileSync(first.file, 'utf8')).toBe(before);
  expect(existsSync(join(folder, 'node_modules/graphql'))).toBe(true);
  rmSync(folder, { recursive: true });
});

const rounds = (...costs: readonly number[]) =>
  costs.map((cpuMsPerRequest) => ({
    ...{ cpuMsPerRequest, rps: 1, p50Ms: 1, p99Ms: 1, peakRssMb: 1 },
    ...{ loopDelayP99Ms: 1, busy: 1, requests: 1 },
  }));

test('a saving is the share of what a request costs without, turn by turn', () => {
  expect(savingOf(rounds(1, 2, 3), rounds(2, 4, 6))).toBe(50);
  expect(savingOf(rounds(1, 9, 1), rounds(1, 10, 1))).toBe(0);
  expect(savingOf(rounds(4), rounds(2))).toBe(-100);
});
