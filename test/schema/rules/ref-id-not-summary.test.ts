import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'REF_ID_NOT_SUMMARY',
  place,
  says: 'The id of a reference is a summary, so that the link costs no request.',
});

test('the id of a reference comes with the list', () => {
  expect(findingsAfter('repealedById: ID @summary', 'repealedById: ID')).toEqual([
    broken('Policy.repealedBy'),
  ]);
});
