import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'SCATTERED_WITHOUT_MERGE',
  place,
  says: 'A field of Query or of a shared type gives a type with @merge, or is @routed.',
});

test('a question to several members says how their answers become one', () => {
  expect(
    findingsAfter('record(id: ID!): Record @routed(by: "id")', 'record(id: ID!): Record'),
  ).toEqual([broken('Query.record')]);
});

test('a field that members contribute to a shared type says so, too', () => {
  expect(
    findingsAfter(
      'lei: LEI!',
      `lei: LEI!
  "Its names."
  names: [LocalizedText!]`,
    ),
  ).toEqual([broken('Company.names')]);
});

test('a list of what is merged is merged by nobody', () => {
  expect(
    findingsAfter(
      'members(owners: [MemberCode!]): Members',
      'members(owners: [MemberCode!]): [Members!]',
    ),
  ).toEqual([broken('Query.members')]);
});
