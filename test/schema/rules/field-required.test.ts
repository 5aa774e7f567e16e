import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'FIELD_REQUIRED',
  place,
  says: 'Make it nullable: a silent member must not take its neighbours with it.',
});

test('a field of a record may be null, for its owner may fall silent', () => {
  expect(findingsAfter('nationalId: String', 'nationalId: String!')).toEqual([
    broken('Site.nationalId'),
  ]);
});

test('a question may be null, for all members may be silent', () => {
  expect(
    findingsAfter(
      'siteCounts(filter: SiteFilter, by: [SiteDimension!]): SiteCounts',
      'siteCounts(filter: SiteFilter, by: [SiteDimension!]): SiteCounts!',
    ),
  ).toEqual([broken('Query.siteCounts')]);
});

test('a list over members may be null', () => {
  expect(findingsAfter('edges: [EventEdge!]', 'edges: [EventEdge!]!')).toEqual([
    broken('EventConnection.edges'),
  ]);
});

test('a value is whole or not there, so its fields may be required', () => {
  expect(
    findingsAfter(
      `product: String
`,
      `product: String!
`,
    ),
  ).toEqual([]);
});
