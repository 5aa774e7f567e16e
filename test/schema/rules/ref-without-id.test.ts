import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'REF_WITHOUT_ID',
  place,
  says: '@ref names a field beside it that holds the id or code.',
});

test('a reference is made from an id beside it', () => {
  expect(
    findingsAfter('company: Company @ref(by: "lei")', 'company: Company @ref(by: "leiCode")'),
  ).toEqual([broken('Organisation.company')]);
});
