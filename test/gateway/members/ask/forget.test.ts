import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAsking } from '../../../../gateway/members/index.ts';
import type { MemberCode } from '../../../../schema/index.ts';
import { SMALL } from './ask-limits.ts';

const asking = openAsking(SMALL, { allowsPrivate: true });
const sockets = new Set<unknown>();
let answerAfterMs = 0;
let headers: Readonly<Record<string, string>> = {};
let status = 200;
const server = createServer((_, response) => {
  setTimeout(() => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end('{"data":{}}');
  }, answerAfterMs);
}).on('connection', (socket) => {
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
});
beforeAll(() => new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens)));
afterAll(async () => {
  await asking.close();
  server.close();
});

const member = () => ({
  code: 'MA' as MemberCode,
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
});
const ask = () =>
  asking.send(
    member(),
    { query: '{ a }' },
    { viewer: 'public', signal: AbortSignal.timeout(5_000) },
  );
const untilOpen = async (count: number) => {
  while (sockets.size !== count) await wait(5);
};

test('of a member that is forgotten no line stays open, and whoever asks it all the same is answered', async () => {
  await Promise.all([ask(), ask()]);
  expect(sockets.size).toBe(2);
  asking.forget(member());
  await untilOpen(0);
  expect(await ask()).toMatchObject({ kind: 'answered' });
  expect(sockets.size).toBe(1);
});

test('a line that is in use when its member is forgotten is closed once it is given back', async () => {
  await untilOpen(1);
  answerAfterMs = 100;
  const underWay = ask();
  await wait(20);
  asking.forget(member());
  expect(await underWay).toMatchObject({ kind: 'answered' });
  await untilOpen(0);
  answerAfterMs = 0;
});

test('what it did and what it wished is forgotten with it', async () => {
  [status, headers] = [503, { 'retry-after': '60' }];
  expect(await ask()).toMatchObject({ kind: 'silent' });
  expect(await ask()).toMatchObject({ unasked: true });
  asking.forget(member());
  [status, headers] = [200, {}];
  expect(await ask()).toMatchObject({ kind: 'answered' });
  expect(asking.breakerOf('MA')).toMatchObject({ state: 'CLOSED', failures: 0 });
});
