import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { silence } from '../../world.ts';
import { serveWorld, type WorldServer } from '../world-server.ts';

/**
 * What the draft advises and we do otherwise, by the ids of its audits, with what we answer. It would have 200 for clients that take any other
 * status under application/json for a proxy's. With us a refusal is a refusal under both media types, to monitors and caches as to clients.
 */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '572B': 'A document that cannot be parsed is 400 under application/json too.',
  FDE2: 'A document that is not valid is 400 under application/json too.',
  '7B9B': 'Variables that are not as declared are 400 under application/json too.',
};

let gateway: WorldServer;
beforeAll(async () => {
  gateway = await serveWorld({ members: [], send: silence });
});
afterAll(() => gateway.close());

const AUDITS = serverAudits({ url: () => `${gateway.url}/graphql` });

test.each(AUDITS.filter(({ id }) => !(id in EXCEPTIONS)))('$name ($id)', async (audit) => {
  expect(await audit.fn()).toMatchObject({ status: 'ok' });
});

test('what we do otherwise is advice, and no more of it than is listed', async () => {
  const otherwise = AUDITS.filter(({ id }) => id in EXCEPTIONS);
  expect(otherwise.map(({ id }) => id).sort()).toEqual(Object.keys(EXCEPTIONS).sort());
  for (const audit of otherwise)
    expect([audit.name, (await audit.fn()).status]).toEqual([
      expect.stringMatching(/^SHOULD .*200.* when accepting application\/json$/),
      'warn',
    ]);
});

test('there are audits of both media types, and musts among them', () => {
  const musts = AUDITS.filter(({ name }) => name.startsWith('MUST'));
  expect([AUDITS.length, musts.length]).toEqual([61, 13]);
});
