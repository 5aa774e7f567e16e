import { expect, test } from '@jest/globals';
import type { BusyQuestion } from '../../../gateway/generations/busiest.ts';
import { warm } from '../../../gateway/generations/warm.ts';
import { fakeGateway } from './fake-gateway.ts';

const SDL = 'type Query { a: Int b: Int }';
const asked = (query: string): BusyQuestion => ({
  queryHash: query,
  query,
  operationName: undefined,
  variables: {},
});

test('what this schema has is planned, the busiest first, and what it has not is left out', async () => {
  const gateway = fakeGateway(SDL);
  await warm(gateway, ['{ b }', '{ gone }', '{ a }'].map(asked), () => false);
  expect(gateway.planned).toEqual(['{ b }', '{ a }']);
});

test('a question that the planner refuses is not in the way of the next', async () => {
  const gateway = fakeGateway(SDL, ({ query }) =>
    query === '{ a }' ? Promise.reject(new Error('Too many options.')) : Promise.resolve(),
  );
  await warm(gateway, ['{ a }', '{ b }'].map(asked), () => false);
  expect(gateway.planned).toEqual(['{ a }', '{ b }']);
});

test('when the time is over, what is not planned yet is planned when it is asked', async () => {
  const gateway = fakeGateway(SDL);
  await warm(gateway, ['{ a }', '{ b }'].map(asked), () => gateway.planned.length > 0);
  expect(gateway.planned).toEqual(['{ a }']);
});
