import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'REF_MISPLACED',
  place,
  says: '@ref belongs on fields of owned types; a value object keeps the code.',
});

test('a value object has no key to make a link from', () => {
  expect(
    findingsAfter(
      '"Of what, CGI code; null for a product',
      `"Of what." commodity: Commodity @ref(by: "commodityCode")
  "Of what, CGI code; null for a product`,
    ),
  ).toEqual([broken('Capacity.commodity')]);
});
