import { expect, test } from '@jest/globals';
import { findingsAfter, findingsWith } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'NAME_RESERVED',
  place,
  says: 'Names with an underscore belong to extensions and to the gateway; choose another.',
});

test("a field of the contract has no underscore: such names are extensions'", () => {
  expect(findingsAfter('venue: String', 'ma_venue: String')).toEqual([broken('Event.ma_venue')]);
});

test('a type of the contract has no underscore', () => {
  expect(findingsWith('"A grade." type Ma_Grade { "Percent by mass." percent: Decimal }')).toEqual([
    broken('Ma_Grade'),
  ]);
});

test('a field of an input has no underscore', () => {
  expect(findingsAfter('inForceOn: Date', 'in_force_on: Date')).toEqual([
    broken('PolicyFilter.in_force_on'),
  ]);
});
