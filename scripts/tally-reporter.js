// A reporter for jest that tells the process that started it what passed, failed and was skipped.
const FILTER = 'left out by the filter of this run';
const NO_REASON = 'for a reason that its name does not say';

// biome-ignore lint/style/noDefaultExport: jest takes a reporter as the default export.
export default class TallyReporter {
  constructor({ testNamePattern }) {
    this.isFiltered = Boolean(testNamePattern);
  }

  onRunComplete(_contexts, results) {
    const tests = results.testResults.flatMap((file) => file.testResults);
    process.send?.({
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: tests
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        .map(({ fullName }) => this.reasonOf(fullName)),
    });
  }

  /** A test that needs what may not be there says so in its name: `[needs MariaDB]`. */
  reasonOf(fullName) {
    const need = /\[(needs [^\]]+)\]/.exec(fullName)?.[1];
    return need ?? (this.isFiltered ? FILTER : NO_REASON);
  }
}
