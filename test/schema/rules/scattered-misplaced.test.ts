import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'SCATTERED_MISPLACED',
  place,
  says: 'Only Query and shared types give merged types: inside a record the planner would ask one member for all.',
});

test('a list over all members has no place inside a record', () => {
  expect(
    findingsAfter(
      'abstract: LocalizedText',
      `abstract: LocalizedText
  "Sites it binds."
  binds: SiteConnection`,
    ),
  ).toEqual([broken('Policy.binds')]);
});

test('a list over all members has no place inside a value object', () => {
  expect(
    findingsAfter(
      `product: String
`,
      `product: String
  "Sites like it."
  alike: SiteConnection
`,
    ),
  ).toEqual([broken('Capacity.alike')]);
});
