import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'SUMMARY_HOLDS_RECORD',
  place,
  says: 'A summary is a scalar, an enum or a value object that holds no record; use an id and @ref.',
});

test('a record is no summary: it would be nested in the scatter', () => {
  expect(
    findingsAfter('operator: Organisation @local', 'operator: Organisation @local @summary'),
  ).toEqual([broken('Site.operator')]);
});

test('a value object that holds a record is no summary either', () => {
  expect(findingsAfter('owners: [Share!]', 'owners: [Share!] @summary')).toEqual([
    broken('Site.owners'),
  ]);
});
