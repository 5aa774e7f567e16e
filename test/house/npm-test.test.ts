import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { environment } from './config.ts';

const PASSES = `test('gold is heavy', () => {});`;
const FAILS = `test('gold is light', () => { throw new Error('It is not.'); });`;
const SKIPS = `test.skip('gold keeps in a table [needs MariaDB]', () => {});
  describe.skip('a page [needs Chromium]', () => { test('shows gold', () => {}); });
  test.skip('gold is rare', () => {});`;

test.each([
  ['what passes alone', { a: PASSES }, ['1 passed, 0 failed'], 0],
  ['what fails', { a: PASSES, b: FAILS }, ['1 passed, 1 failed'], 1],
  ['a file that cannot be read', { a: PASSES, b: 'const' }, ['1 passed, 1 failed'], 1],
  [
    'what is skipped, with the reason in its name',
    { a: PASSES + SKIPS },
    [
      '1 skipped: needs MariaDB',
      '1 skipped: needs Chromium',
      '1 skipped: for a reason that its name does not say',
      '1 passed, 0 failed, 3 skipped',
    ],
    0,
  ],
  ['that no test ran', {}, ['No test ran.', '0 passed, 1 failed'], 1],
])('npm test tells on its last lines %s', async (_what, files, lines, status) => {
  expect(await ended(files, [])).toEqual({ lines, status });
});

test('where every part is required, a skipped test is a failed one', async () => {
  const { lines, status } = await ended({ a: PASSES + SKIPS }, [], { REQUIRE_ALL: '1' });
  expect([lines.at(-1), status]).toEqual(['1 passed, 3 failed, 3 skipped', 1]);
});

test('but not where the sources of the seeds are missing, which nobody can install', async () => {
  const files = { a: `${PASSES} test.skip('gold is seeded [needs the sources]', () => {});` };
  expect(await ended(files, [], { REQUIRE_ALL: '1' })).toEqual({
    lines: ['1 skipped: needs the sources', '1 passed, 0 failed, 1 skipped'],
    status: 0,
  });
});

test('npm test gives its other arguments to jest, and asks for the long tests by FULL', async () => {
  const asked = `test('the run is long', () => { if (process.env.FULL !== '1') throw new Error('short'); });`;
  const { lines, status } = await ended({ a: asked + FAILS }, ['--full', '-t', 'long']);
  expect([lines, status]).toEqual([
    ['1 skipped: left out by the filter of this run', '1 passed, 0 failed, 1 skipped'],
    0,
  ]);
});

/** What `npm test` prints on stdout and exits with over these test files alone. */
async function ended(
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-npm-test-'));
  for (const [name, code] of Object.entries(files))
    writeFileSync(join(folder, `${name}.test.cjs`), code);
  const config = JSON.stringify({ rootDir: folder, testMatch: ['**/*.test.cjs'], cache: false });
  const run = spawn(process.execPath, ['scripts/test.js', '--config', config, ...args], {
    env: environment(more),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const status = new Promise((resolve) => run.on('close', resolve));
  const printed = await text(run.stdout);
  const lines = printed.trimEnd().split('\n');
  return { lines: lines.slice(lines.findIndex(isOurs)), status: await status };
}

const isOurs = (line: string): boolean => /^(\d+ (passed|failed|skipped)|No test ran\.)/.test(line);
