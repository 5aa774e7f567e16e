import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { callingWithin, openAsking } from '../../../../gateway/members/index.ts';
import type { MemberCode } from '../../../../schema/index.ts';
import { SMALL } from './ask-limits.ts';

test('an answer is read when its turn comes', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"a":1}}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const waiting: (() => void)[] = [];
  const turns = () => new Promise<void>((comes) => waiting.push(comes));
  const asking = openAsking(SMALL, { allowsPrivate: true, turns });

  let isRead = false;
  const answering = asking
    .send({ code: 'MA' as MemberCode, url }, { query: '{ a }' }, callingWithin('public', 60_000))
    .finally(() => {
      isRead = true;
    });
  while (waiting.length === 0) await nextTurn();
  await nextTurn();
  expect(isRead).toBe(false);
  waiting[0]?.();
  expect(await answering).toEqual({ kind: 'answered', data: { a: 1 }, errors: [] });
  await asking.close();
  server.close();
});
