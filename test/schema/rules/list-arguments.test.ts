import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'LIST_ARGUMENTS',
  place,
  says: 'A connection takes filter, orderBy, first and after.',
});

test('every list over members is paged alike', () => {
  expect(
    findingsAfter(
      `sites(filter: SiteFilter, orderBy: [SiteOrder!], first: Int = 50, after: Cursor): SiteConnection
  "Reserves and resources of all members with the module MINERALS; the page /members says who offers it."`,
      `sites(filter: SiteFilter, orderBy: [SiteOrder!], first: Int = 50): SiteConnection
  "Reserves and resources of all members with the module MINERALS; the page /members says who offers it."`,
    ),
  ).toEqual([broken('Query.sites')]);
});
