import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { occurrences } from './mutant.ts';
import { MUTANTS } from './tables/index.ts';

test('there are at least forty small faults, each with a name of its own', () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(40);
  expect(new Set(MUTANTS.map((each) => each.name)).size).toBe(MUTANTS.length);
});

test('the text that a fault changes stands in its file exactly once, and the fault changes it', () => {
  const stale = MUTANTS.filter(
    ({ file, find, replace }) =>
      occurrences(readFileSync(file, 'utf8'), find) !== 1 || find === replace,
  );
  expect(stale.map((each) => `${each.file}: ${each.name}`)).toEqual([]);
});

test('each fault names tests that exist', () => {
  const strays = MUTANTS.filter(
    ({ caughtBy }) => caughtBy.length === 0 || !caughtBy.every((each) => existsSync(each)),
  );
  expect(strays.map((each) => each.name)).toEqual([]);
});
