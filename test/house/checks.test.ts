import { expect, test } from '@jest/globals';
import { type Check, faultsOfTool, runChecks } from '../../scripts/check/index.ts';

const clean: Check = { name: 'types', run: () => [] };
const late: Check = { name: 'doors', run: () => Promise.resolve(['a imports b', 'b imports a']) };
const broken: Check = { name: 'licences', run: () => Promise.reject(new Error('No folder.')) };

test('a clean repository has a line for each check', async () => {
  const { passed, lines } = await ran([clean, clean]);
  expect(passed).toBe(true);
  expect(lines).toEqual(Array(2).fill(expect.stringMatching(/^ok {5}types +\d+\.\d s$/)));
});

test('all checks run though one fails, and what failed is told after them', async () => {
  const { passed, lines } = await ran([late, clean, broken]);
  expect(passed).toBe(false);
  expect(lines).toEqual([
    expect.stringMatching(/^FAILED doors +\d+\.\d s$/),
    expect.stringMatching(/^ok {5}types +\d+\.\d s$/),
    expect.stringMatching(/^FAILED licences +\d+\.\d s$/),
    '\ndoors:\na imports b\nb imports a',
    expect.stringMatching(/^\nlicences:\nError: No folder\./),
  ]);
});

test('a tool that fails tells what it printed, one that does not tells nothing', async () => {
  expect(await faultsOfTool('typescript/bin/tsc', ['--version'])).toEqual([]);
  expect(await faultsOfTool('typescript/bin/tsc', ['--noSuchOption'])).toEqual([
    expect.stringContaining('--noSuchOption'),
  ]);
});

async function ran(checks: readonly Check[]) {
  const lines: string[] = [];
  const passed = await runChecks(checks, (line) => lines.push(line));
  return { passed, lines };
}
