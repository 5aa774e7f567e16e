import { expect, test } from '@jest/globals';
import { findingsAfter, findingsWith } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'LOCAL_LIST',
  place,
  says: 'A list of own records grows: give a page (nodes, hasMore, total).',
});

test('a list of own records has no end: a page has one', () => {
  expect(
    findingsAfter(
      `deposit: Deposit @local
  "Who runs it`,
      `deposit: [Deposit!] @local
  "Who runs it`,
    ),
  ).toEqual([broken('Site.deposit')]);
});

test('nodes that nobody counts are no page', () => {
  expect(
    findingsWith(
      '"Some sites." type SomeSites { "They." nodes: [Site!] @local "More?" hasMore: Boolean! }',
    ),
  ).toEqual([broken('SomeSites.nodes')]);
});
