import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { freePort } from '../../bench/processes/index.ts';
import { QUESTIONS } from '../../gateway/web/index.ts';
import { ENGINE } from '../config.ts';
import { openMembers } from '../journeys/continent.ts';

const folder = mkdtempSync(join(tmpdir(), 'zellige-egress-'));
const file = join(folder, 'connections.txt');
const running: ChildProcess[] = [];
afterAll(() => {
  for (const each of running) each.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('from start to stop, nothing but the configured members is contacted', async () => {
  const members = await openMembers(folder, ['AMSG', 'CD', 'MA']);
  const addresses = members.addresses();
  const port = await freePort();
  const gateway = start(port, addresses.map(({ code, url }) => `${code}=${url}`).join(','));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(`${url}/ready`);
  for (const { name, document } of QUESTIONS)
    expect({ name, status: await statusOf(`${url}/graphql`, document) }).toEqual({
      name,
      status: 200,
    });
  for (const page of ['/', '/members', '/health', '/ready', '/metrics'])
    expect({ page, status: (await fetch(`${url}${page}`)).status }).toEqual({ page, status: 200 });
  await stopped(gateway);
  await members.close();
  const contacted = readFileSync(file, 'utf8').trim().split('\n');
  expect([...new Set(contacted)].sort()).toEqual(
    addresses.map((each) => new URL(each.url).host).sort(),
  );
}, 120_000);

async function statusOf(url: string, query: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  await answer.text();
  return answer.status;
}

function start(port: number, members: string): ChildProcess {
  const child = spawn(
    process.execPath,
    [
      '--require',
      resolve('test/gateway/record-connections.cjs'),
      'scripts/run.js',
      'gateway/main.ts',
    ],
    {
      env: {
        ENGINE,
        CONNECTIONS_FILE: file,
        PORT: String(port),
        DATA_DIR: folder,
        MEMBERS: members,
        ALLOW_PRIVATE_MEMBERS: 'true',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  running.push(child);
  return child;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const isReady = await fetch(url).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return;
    await new Promise((again) => setTimeout(again, 100));
  }
  throw new Error('Expected the gateway to be ready within 30 s; it was not.');
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolveEnd) => child.once('exit', resolveEnd));
  child.kill('SIGTERM');
  await ended;
}
