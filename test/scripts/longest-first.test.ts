import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';

type File = { readonly path: string };
type Sequencer = {
  readonly LONGEST: readonly string[];
  readonly longestFirst: (tests: readonly File[]) => readonly File[];
};
const IT = '../../scripts/longest-first.js';

test('the longest tests are there, and begin first', async () => {
  const { LONGEST, longestFirst }: Sequencer = await import(IT);
  const others = ['/project/test/a.test.ts', '/project/test/b.test.ts'];
  const long = LONGEST.map((name) => `/project/${name}`);
  const tests = [...others, ...[...long].reverse()].map((path) => ({ path }));
  expect(longestFirst(tests).map(({ path }) => path)).toEqual([...long, ...others]);
  expect(LONGEST.filter((name) => !existsSync(name))).toEqual([]);
});
