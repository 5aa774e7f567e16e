import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'RECORD_UNSAID',
  place,
  says: "A field that gives a record says @local (the same member's) or @ref (anybody's).",
});

test('a field that gives a record says whose it may be', () => {
  expect(findingsAfter('operator: Organisation @local', 'operator: Organisation')).toEqual([
    broken('Site.operator'),
  ]);
});

test('a record inside a value object says whose it may be, too', () => {
  expect(findingsAfter('party: Organisation @local', 'party: Organisation')).toEqual([
    broken('Share.party'),
  ]);
});
