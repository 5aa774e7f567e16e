import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'REF_SHAPE',
  place,
  says: 'A list of ids gives a list, one id gives one; the reference itself takes no arguments.',
});

test('a list of ids gives a list', () => {
  expect(findingsAfter('parties: [Organisation!] @ref', 'parties: Organisation @ref')).toEqual([
    broken('Policy.parties'),
  ]);
});

test('one id gives one record', () => {
  expect(findingsAfter('repealedBy: Policy @ref', 'repealedBy: [Policy!] @ref')).toEqual([
    broken('Policy.repealedBy'),
  ]);
});

test('a reference takes no arguments: it is made from the id alone', () => {
  expect(findingsAfter('repealedBy: Policy @ref', 'repealedBy(at: Date): Policy @ref')).toEqual([
    broken('Policy.repealedBy'),
  ]);
});
