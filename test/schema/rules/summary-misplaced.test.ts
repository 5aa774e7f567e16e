import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'SUMMARY_MISPLACED',
  place,
  says: '@summary belongs on fields of owned types.',
});

test('a field of a value object is no summary: values travel whole', () => {
  expect(
    findingsAfter(
      `product: String
`,
      `product: String @summary
`,
    ),
  ).toEqual([broken('Capacity.product')]);
});
