import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { testEnvironment } from './config.ts';

/** What became of some test files. A file that cannot even be loaded says nothing of the fault: it is `broken`. */
export type Verdict =
  | { readonly kind: 'passed'; readonly tests: number }
  | { readonly kind: 'failed'; readonly by: string }
  | { readonly kind: 'hung' }
  | { readonly kind: 'broken'; readonly says: string };

const HUNG_AFTER_MS = 180_000;

/** Runs these test files of a copy, the short versions. */
export async function runTests(folder: string, files: readonly string[]): Promise<Verdict> {
  const report = join(folder, 'mutants-report.json');
  rmSync(report, { force: true });
  const jest = spawn(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      '--runInBand',
      '--silent',
      ...reportTo(report),
      '--runTestsByPath',
      ...files,
    ],
    {
      cwd: folder,
      env: testEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let complaints = '';
  jest.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4_000);
  });
  const impatience = setTimeout(() => jest.kill('SIGKILL'), HUNG_AFTER_MS);
  const [, signal] = (await once(jest, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(impatience);
  return signal === 'SIGKILL' ? { kind: 'hung' } : verdictIn(report, complaints);
}

const reportTo = (file: string) => ['--json', `--outputFile=${file}`];

const REPORT = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

function verdictIn(file: string, complaints: string): Verdict {
  const { numPassedTests, testResults } = REPORT.parse(readReport(file, complaints));
  const results = testResults.flatMap((each) => each.assertionResults);
  const failed = results.find((each) => each.status === 'failed');
  if (failed) return { kind: 'failed', by: failed.fullName };
  const broken = testResults.find((each) => each.status === 'failed');
  if (broken || numPassedTests === 0)
    return { kind: 'broken', says: (broken?.message ?? 'No test ran.').slice(0, 600) };
  return { kind: 'passed', tests: numPassedTests };
}

function readReport(file: string, complaints: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`Expected a report of jest, got none. ${complaints}`, { cause });
  }
}
