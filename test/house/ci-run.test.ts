import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { environment } from './config.ts';

test.each([
  ['everything passes', 'true', 'echo "7 passed, 0 failed"', '7 passed, 0 failed', 0],
  ['a test fails', 'true', 'echo "6 passed, 1 failed, 2 skipped"; false', '6 passed, 1 failed', 1],
  ['the check fails', 'false', 'echo "7 passed, 0 failed"', '7 passed, 1 failed', 1],
  ['the tests say nothing', 'true', 'echo Killed; false', '0 passed, 1 failed', 1],
])('when %s, the last line and the exit code say so', async (_what, check, tests, line, status) => {
  const run = await ranOn({ check, tests });
  expect([run.lines.at(-1), run.status]).toEqual([line, status]);
});

test('nothing may be skipped, and nothing is asked on stdin', async () => {
  const { lines } = await ranOn({
    check: 'true',
    tests: 'cat; echo "$REQUIRE_ALL passed, 0 failed"',
  });
  expect(lines.at(-1)).toBe('1 passed, 0 failed');
});

/** Runs .ci/run where npm is a stand-in that does as told, and the parts of the machine are there. */
async function ranOn({ check, tests }: { readonly check: string; readonly tests: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-ci-'));
  const programs = {
    npm: `case "$*" in *check*) ${check};; *) ${tests};; esac`,
    // Its `-m venv FOLDER` makes a place whose pip has all there is.
    python3: 'mkdir -p "$3/bin" && ln -sf /bin/true "$3/bin/pip"',
    mariadbd: 'true',
    chromium: 'true',
  };
  for (const [name, does] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${does}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const { PATH } = environment();
  const run = spawn('.ci/run', {
    env: environment({ PATH: `${folder}:${PATH}` }),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const status = new Promise((resolve) => run.on('close', resolve));
  const lines = (await text(run.stdout)).trimEnd().split('\n');
  return { lines, status: await status };
}
