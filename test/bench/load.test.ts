import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from '@jest/globals';
import { startProgram } from '../../bench/processes/index.ts';

async function sentBy(isAskedAlone: boolean): Promise<readonly (string | undefined)[]> {
  const sent: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    sent.push(request.headers.authorization);
    request.resume().on('end', () => response.end('{}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const load = startProgram({ command: ['bench/programs/load.ts'], cores: null });
  const url = `http://127.0.0.1:${port}/graphql`;
  const length = { connections: 2, forMs: 100, bytes: 2 };
  const run = { url, body: '{}', isAskedAlone, ...length };
  expect(await load.ask('run', run)).toMatchObject({ failures: 0 });
  await load.stop();
  server.close();
  return sent;
}

test('the load sends equal requests, or each with credentials of its own', async () => {
  expect(new Set(await sentBy(false))).toEqual(new Set([undefined]));
  const alone = await sentBy(true);
  expect(new Set(alone).size).toBe(alone.length);
  expect(alone.every((each) => /^Bearer \d+$/.test(String(each)))).toBe(true);
});
