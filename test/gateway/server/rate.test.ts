import { expect, test } from '@jest/globals';
import type { Listening } from '../../../gateway/server/index.ts';
import { serveStub } from './stub.ts';

const PROXY: Partial<Listening> = { trustedProxies: ['127.0.0.1'], requestsPerMinuteMax: 2 };

/** The statuses of requests of these clients, one after another, as the proxy in front tells who they are. */
async function statusesOf(clients: readonly string[], listening: Partial<Listening>) {
  const stub = await serveStub({}, listening);
  const statuses: number[] = [];
  for (const each of clients) {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': each };
    const body = JSON.stringify({ query: '{ hello }' });
    statuses.push((await fetch(`${stub.url}/graphql`, { method: 'POST', headers, body })).status);
  }
  await stub.close();
  return statuses;
}

test('an address may ask as often a minute as is configured, and then is told how long to wait', async () => {
  const stub = await serveStub({}, { requestsPerMinuteMax: 2, rateLimitLoopback: true });
  const get = () => fetch(`${stub.url}/graphql?query={hello}`);
  expect([(await get()).status, (await get()).status]).toEqual([200, 200]);
  const refused = await get();
  const wait = Number(refused.headers.get('retry-after'));
  expect([refused.status, wait > 50 && wait <= 60]).toEqual([429, true]);
  expect(await refused.json()).toEqual({
    errors: [
      {
        message: `Expected at most 2 requests a minute from one address, got more. Wait ${wait} seconds, as Retry-After says.`,
        extensions: { code: 'RATE_EXCEEDED' },
      },
    ],
  });
  expect((await fetch(`${stub.url}/health`)).status).toBe(200);
  await stub.close();
});

test('each address is counted for itself', async () => {
  const clients = ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.1'];
  expect(await statusesOf(clients, PROXY)).toEqual([200, 200, 200, 429]);
});

test('IPv6 is counted by /64, for whoever has one address of it has all', async () => {
  const clients = ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:db8:0:2::1', '2001:db8:0:1::3'];
  expect(await statusesOf(clients, PROXY)).toEqual([200, 200, 200, 429]);
});

test('an IPv4 address written as IPv6 is the same address', async () => {
  const clients = ['192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201'];
  expect(await statusesOf(clients, PROXY)).toEqual([200, 200, 429]);
});

test('what a proxy says that is not trusted is not believed', async () => {
  const clients = ['192.0.2.1', '192.0.2.2', '192.0.2.3'];
  expect(await statusesOf(clients, { requestsPerMinuteMax: 2 })).toEqual([200, 200, 429]);
});

test('this machine itself is not counted, unless it is configured', async () => {
  const own = async (rateLimitLoopback: boolean) => {
    const stub = await serveStub({}, { requestsPerMinuteMax: 1, rateLimitLoopback });
    const get = async () => (await fetch(`${stub.url}/graphql?query={hello}`)).status;
    const statuses = [await get(), await get()];
    await stub.close();
    return statuses;
  };
  expect(await own(false)).toEqual([200, 200]);
  expect(await own(true)).toEqual([200, 429]);
});
