import { expect, test } from '@jest/globals';
import { findingsAfter, findingsWith } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'OWNED_WITHOUT_ID',
  place,
  says: 'An owned type has `id: ID!`, which names its owner.',
});

test('an owned type whose id may be null has no owner to be asked', () => {
  expect(
    findingsAfter('"`<member>:org:<local>`."\n  id: ID!', '"`<member>:org:<local>`."\n  id: ID'),
  ).toEqual([broken('Organisation')]);
});

test('an owned type whose id is plain text has no owner to be asked', () => {
  expect(
    findingsAfter(
      '"`<member>:org:<local>`."\n  id: ID!',
      '"`<member>:org:<local>`."\n  id: String!',
    ),
  ).toEqual([broken('Organisation')]);
});

test('an owned type without an id has no owner to be asked', () => {
  expect(findingsWith('"A thing." type Thing @owned { "Its name." name: String }')).toEqual([
    broken('Thing'),
  ]);
});
