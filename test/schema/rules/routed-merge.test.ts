import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'ROUTED_MERGE',
  place,
  says: 'A lookup asks one member; it gives no merged type.',
});

test('a lookup gives nothing that is merged', () => {
  expect(findingsAfter('record(id: ID!): Record ', 'record(id: ID!): Members ')).toEqual([
    broken('Query.record'),
  ]);
});
