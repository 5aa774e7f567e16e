import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'MERGE_OF_UNKNOWN',
  place,
  says: '@merge names the owned type that it lists, counts or adds.',
});

test('a list names the owned type that it lists', () => {
  expect(
    findingsAfter(
      'EventConnection @merge(by: ORDER, of: "Event")',
      'EventConnection @merge(by: ORDER, of: "Events")',
    ),
  ).toEqual([broken('EventConnection')]);
});

test('a sum names the owned type that it adds', () => {
  expect(
    findingsAfter(
      'CapacityTotals @merge(by: PARTS, of: "Site")',
      'CapacityTotals @merge(by: PARTS)',
    ),
  ).toEqual([broken('CapacityTotals')]);
});
