// `npm test`: runs the tests. The last lines say how many were skipped and why, then how many passed and failed.
// `--full` runs the long ones too; other arguments go to jest. With REQUIRE_ALL=1 a skipped test is a failed one.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const given = process.argv.slice(2);
const isFull = given.includes('--full');
const reporters = ['default', here('tally-reporter.js')].map((each) => `--reporters=${each}`);
const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules`.trim();

const jest = fork(
  here('../node_modules/jest/bin/jest.js'),
  [...given.filter((each) => each !== '--full'), ...reporters],
  {
    // Else each worker warns that modules in a VM are experimental.
    env: {
      ...process.env,
      NODE_OPTIONS: nodeOptions,
      NODE_NO_WARNINGS: '1',
      ...(isFull && { FULL: '1' }),
    },
  },
);

/** What the seeds are made from is not in the project, and no machine can install it. */
const EXCUSED = 'needs the sources';

let tally = { passed: 0, failed: 0, skipped: [] };
jest.on('message', (told) => {
  tally = told;
});
jest.on('close', (code) => {
  process.exitCode = tell(tally, code);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => jest.kill(signal));

/** Prints the last lines; gives the exit code. */
function tell({ passed, failed, skipped }, code) {
  for (const reason of new Set(skipped)) {
    console.log(`${skipped.filter((each) => each === reason).length} skipped: ${reason}`);
  }
  if (passed + failed === 0) console.log('No test ran.');
  const isRequired = (reason) => process.env.REQUIRE_ALL === '1' && reason !== EXCUSED;
  const failures = failed + skipped.filter(isRequired).length;
  // Jest fails for more than tests: a bad option, a module that cannot be loaded, a run cut short.
  const count = Math.max(failures, code !== 0 || passed === 0 ? 1 : 0);
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  console.log(`${passed} passed, ${count} failed${tail}`);
  return count > 0 ? 1 : 0;
}
