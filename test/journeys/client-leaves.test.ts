import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Continent, openContinent, temporaryFolder } from './continent.ts';

const CODES = ['CD', 'MA', 'ZM'];
const folder = temporaryFolder();

/** What the members hear of sites; they never say a word. */
const heard = { asked: 0, left: 0 };
const silent = createServer((asked, reply) => void hear(asked, reply));
async function hear(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
  if (!(await text(asked)).includes('sites')) return;
  heard.asked += 1;
  reply.once('close', () => {
    heard.left += 1;
  });
}

let continent: Continent;
beforeAll(async () => {
  silent.listen(0, '127.0.0.1');
  await new Promise((listens) => silent.once('listening', listens));
  const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/graphql`;
  const members = CODES.map((code) => ({ code, url }));
  continent = await openContinent({ folder, members, deadlineMs: 100 });
});
afterAll(async () => {
  await continent.close();
  silent.closeAllConnections();
  silent.close();
  rmSync(folder, { recursive: true });
});

const until = async (holds: () => boolean) => {
  for (let waitedMs = 0; waitedMs < 10_000 && !holds(); waitedMs += 10) await wait(10);
};

test('when a client leaves, every member that was asked for it is left in peace', async () => {
  const leaving = new AbortController();
  const asked = fetch(`${continent.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'zellige-deadline-ms': '60000' },
    body: JSON.stringify({ query: '{ sites { edges { node { id } } } }' }),
    signal: leaving.signal,
  });
  await until(() => heard.asked === CODES.length);
  expect(heard).toEqual({ asked: 3, left: 0 });
  leaving.abort();
  await expect(asked).rejects.toThrow('aborted');
  await until(() => heard.left === CODES.length);
  expect(heard).toEqual({ asked: 3, left: 3 });
});
