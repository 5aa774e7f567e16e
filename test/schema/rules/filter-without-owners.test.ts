import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'FILTER_WITHOUT_OWNERS',
  place,
  says: 'A filter of a scattered field has `owners: [MemberCode!]`; a field without a filter takes it itself.',
});

test('a filter can say whom to ask, wherever it is used', () => {
  expect(
    findingsAfter(
      `input OrganisationFilter {
  "Whose records: the members named in their ids."
  owners: [MemberCode!]`,
      `input OrganisationFilter {
  "Whose records: the members named in their ids."
  members: [MemberCode!]`,
    ),
  ).toEqual([broken('Company.organisations'), broken('Query.organisations')]);
});

test('owners are members, not countries', () => {
  expect(
    findingsAfter(
      `input OrganisationFilter {
  "Whose records: the members named in their ids."
  owners: [MemberCode!]`,
      `input OrganisationFilter {
  "Whose records: the members named in their ids."
  owners: [CountryCode!]`,
    ),
  ).toEqual([broken('Company.organisations'), broken('Query.organisations')]);
});

test('a scattered field without a filter takes owners itself', () => {
  expect(findingsAfter('members(owners: [MemberCode!]): Members', 'members: Members')).toEqual([
    broken('Query.members'),
  ]);
});
