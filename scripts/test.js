// `npm test`: runs the tests. The last lines say how many were skipped and why, then how many passed and failed.
// `--full` runs the long ones too; other arguments go to jest. With REQUIRE_ALL=1 a skipped test is a failed one.
// ENGINE chooses the engine of all of them. Without arguments, what tells engines apart is run once more with the other engine.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const given = process.argv.slice(2);
const isFull = given.includes('--full');
const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules`.trim();

/** The questions, a sample of the oracle's, and one of the faults. */
const WITH_OTHER_ENGINE = [
  'test/journeys/questions',
  'test/oracle/(random|tricky|own-lists|http|real-rows)',
  'test/zoo/fault-matrix',
];

/** What is run, one after the other: arguments of jest, and what its tests are told. */
const RUNS = [
  {
    args: given.filter((each) => each !== '--full'),
    environment: isFull ? { FULL: '1' } : {},
  },
  ...(given.length === 0 ? [{ args: WITH_OTHER_ENGINE, environment: { OTHER_ENGINE: '1' } }] : []),
];

/** What the seeds are made from is not in the project, and no machine can install it. */
const EXCUSED = 'needs the sources';

let running;
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    isStopped = true;
    running?.kill(signal);
  });

const ended = [];
for (const each of RUNS) if (!isStopped) ended.push(await runJest(each));
process.exitCode = tell(
  {
    passed: total(ended.map(({ tally }) => tally.passed)),
    failed: total(ended.map(({ tally }) => tally.failed)),
    skipped: ended.flatMap(({ tally }) => tally.skipped),
  },
  ended.some(({ code }) => code !== 0),
);

function runJest({ args, environment }) {
  const reporters = ['default', here('tally-reporter.js')].map((each) => `--reporters=${each}`);
  running = fork(here('../node_modules/jest/bin/jest.js'), [...args, ...reporters], {
    // Else each worker warns that modules in a VM are experimental.
    env: { ...process.env, NODE_OPTIONS: nodeOptions, NODE_NO_WARNINGS: '1', ...environment },
  });
  let tally = { passed: 0, failed: 0, skipped: [] };
  running.on('message', (told) => {
    tally = told;
  });
  return new Promise((resolve) => running.on('close', (code) => resolve({ code, tally })));
}

function total(counts) {
  return counts.reduce((sum, each) => sum + each, 0);
}

/** Prints the last lines; gives the exit code. */
function tell({ passed, failed, skipped }, isCut) {
  for (const reason of new Set(skipped)) {
    console.log(`${skipped.filter((each) => each === reason).length} skipped: ${reason}`);
  }
  if (passed + failed === 0) console.log('No test ran.');
  const isRequired = (reason) => process.env.REQUIRE_ALL === '1' && reason !== EXCUSED;
  const failures = failed + skipped.filter(isRequired).length;
  // Jest fails for more than tests: a bad option, a module that cannot be loaded, a run cut short.
  const count = Math.max(failures, isCut || passed === 0 ? 1 : 0);
  const tail = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  console.log(`${passed} passed, ${count} failed${tail}`);
  return count > 0 ? 1 : 0;
}
