// The order of the tests: those that take many minutes with `--full` begin first, so that no processor is idle while the last of them ends.
import Sequencer from '@jest/test-sequencer';

/** The longest first. Where a machine remembers how long each took jest orders by that, but a fresh one knows no more than sizes of files. */
export const LONGEST = [
  'test/schema/audits/every-member-on-libsql.test.ts',
  'test/schema/audits/every-member-on-mariadb.test.ts',
  'test/schema/audits/seeded-faults.test.ts',
  'test/differential/differential.test.ts',
];

// biome-ignore lint/style/noDefaultExport: jest takes a sequencer as the default export.
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return longestFirst(super.sort(tests));
  }
}

export function longestFirst(tests) {
  const long = LONGEST.flatMap((name) => tests.filter(({ path }) => path.endsWith(name)));
  return [...long, ...tests.filter((each) => !long.includes(each))];
}
