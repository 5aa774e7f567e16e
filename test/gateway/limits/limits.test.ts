import { expect, test } from '@jest/globals';
import { LIMITS } from '../../../gateway/limits/index.ts';

test('every limit is a whole number above zero and ends with its unit', () => {
  const names = Object.keys(LIMITS).filter((name) =>
    /(Rows|Bytes|Ms|Connections|Asks|Failures|Tokens|Depth|Fields|Aliases|Directives|Items|Lists|Introspections|Mistakes|Cost|Requests|Plans|Paths|PerMinute|Addresses|Entries|Characters|Tries|Publications|Operations)(Min|Max)$/i.test(
      name,
    ),
  );
  expect(names).toEqual(Object.keys(LIMITS));
  expect(
    Object.values(LIMITS).filter((limit) => !Number.isSafeInteger(limit) || limit < 1),
  ).toEqual([]);
});

test('what is least is below what is most', () => {
  expect(LIMITS.pageRowsMin).toBeLessThan(LIMITS.pageRowsMax);
  expect(LIMITS.deadlineMsMin).toBeLessThan(LIMITS.deadlineMsMax);
  expect(LIMITS.breakerOpenMsMin).toBeLessThan(LIMITS.breakerOpenMsMax);
});
