import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'REF_ID_WITH_ARGUMENTS',
  place,
  says: 'The id of a reference takes no arguments; a condition cannot pass them.',
});

test('the id of a reference takes no arguments', () => {
  expect(findingsAfter('repealedById: ID @summary', 'repealedById(at: Date): ID @summary')).toEqual(
    [broken('Policy.repealedBy')],
  );
});
