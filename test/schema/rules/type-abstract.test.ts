import { expect, test } from '@jest/globals';
import { findingsWith } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'TYPE_ABSTRACT',
  place,
  says: 'Write a value object with one field per type; the planner would split an interface or union by type.',
});

test('an interface in the contract is refused: the planner would split it by type', () => {
  expect(findingsWith('"What has an id." interface Identified { "Its id." id: ID }')).toEqual([
    broken('Identified'),
  ]);
});

test('a union in the contract is refused', () => {
  expect(findingsWith('"A place." union Place = Site | Deposit')).toEqual([broken('Place')]);
});
