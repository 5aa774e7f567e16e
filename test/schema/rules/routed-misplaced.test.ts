import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'ROUTED_MISPLACED',
  place,
  says: '@routed belongs on fields of Query.',
});

test('a field of a record is no lookup: it goes to the owner already', () => {
  expect(
    findingsAfter('abstract: LocalizedText', 'abstract(of: ID!): LocalizedText @routed(by: "of")'),
  ).toEqual([broken('Policy.abstract')]);
});
