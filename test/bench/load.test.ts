import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { startProgram } from '../../bench/processes/index.ts';

type Sent = { readonly who: string | undefined; readonly body: string };

async function sentBy(isAskedAlone: boolean): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      sent.push({ who: request.headers.authorization, body });
      response.end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const load = startProgram({ command: ['bench/programs/load.ts'], cores: null });
  const url = `http://127.0.0.1:${port}/graphql`;
  const length = { connections: 2, forMs: 100, bytes: 2 };
  const run = { url, bodies: ['{}', '[]'], isAskedAlone, ...length };
  expect(await load.ask('run', run)).toMatchObject({ failures: 0 });
  await load.stop();
  server.close();
  return sent;
}

test('the load sends equal requests, or each with credentials of its own', async () => {
  expect(new Set((await sentBy(false)).map(({ who }) => who))).toEqual(new Set([undefined]));
  const alone = (await sentBy(true)).map(({ who }) => who);
  expect(new Set(alone).size).toBe(alone.length);
  expect(alone.every((each) => /^Bearer \d+$/.test(String(each)))).toBe(true);
});

test('each connection asks one of the questions, over and over', async () => {
  const bodies = (await sentBy(false)).map(({ body }) => body);
  expect(new Set(bodies)).toEqual(new Set(['{}', '[]']));
});
