import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Attempt, openStore } from '../../../gateway/registry/database/index.ts';
import { givenRegistry } from './given-registry.ts';
import { newFolder } from './new-folder.ts';

const DAY_MS = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

const attempt = (id: string, at: string): Attempt => ({
  ...{ id, at, member: 'MA', kind: 'PUBLISH', who: 'nobody', outcome: 'REFUSED' },
  ...{ code: 'TOKEN_MISSING', says: null, number: null },
});

test('tries are remembered for ninety days: a start forgets those before', async () => {
  const folder = newFolder();
  const first = await givenRegistry(folder);
  await first.publishes('MA');
  await first.close();
  const store = await openStore({ kind: 'sqlite', path: join(folder, 'registry.db') });
  await store.keepAttempt(attempt('yesteryear', daysAgo(91)));
  await store.keepAttempt(attempt('of this quarter', daysAgo(89)));
  await store.close();
  const registry = await givenRegistry(folder);
  const [newest, ...others] = await registry.attempts(10);
  expect([newest?.outcome, others.map(({ id }) => id)]).toEqual(['ACCEPTED', ['of this quarter']]);
  expect((await registry.history('MA')).length).toBe(1);
  await registry.close();
});

test('of more tries than are remembered the newest stay', async () => {
  const store = await openStore({ kind: 'sqlite', path: join(newFolder(), 'registry.db') });
  const left = async () => (await store.attempts(10)).map(({ id }) => id);
  await store.pruneAttempts(daysAgo(90), 3);
  for (const days of [5, 4, 3, 2, 1]) await store.keepAttempt(attempt(String(days), daysAgo(days)));
  await store.pruneAttempts(daysAgo(90), 5);
  expect(await left()).toEqual(['1', '2', '3', '4', '5']);
  await store.pruneAttempts(daysAgo(90), 3);
  expect(await left()).toEqual(['1', '2', '3']);
  await store.close();
});
