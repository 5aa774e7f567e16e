import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'ROUTED_ARGUMENT',
  place,
  says: '@routed names a required argument that names the member: an ID or a MemberCode.',
});

test('a lookup names an argument that it has', () => {
  expect(
    findingsAfter(
      'record(id: ID!): Record @routed(by: "id")',
      'record(id: ID!): Record @routed(by: "owner")',
    ),
  ).toEqual([broken('Query.record')]);
});

test('a lookup cannot do without its argument', () => {
  expect(findingsAfter('record(id: ID!): Record', 'record(id: ID): Record')).toEqual([
    broken('Query.record'),
  ]);
});

test('a lookup names one member, not several', () => {
  expect(findingsAfter('changes(owner: MemberCode!,', 'changes(owner: [MemberCode!]!,')).toEqual([
    broken('Query.changes'),
  ]);
});

test('a country names no member', () => {
  expect(findingsAfter('changes(owner: MemberCode!,', 'changes(owner: CountryCode!,')).toEqual([
    broken('Query.changes'),
  ]);
});
