import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, rmSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { freePort, untilReady } from '../../bench/processes/index.ts';
import { ENGINE } from '../config.ts';
import { openMembers, temporaryFolder } from './continent.ts';
import { sitesOf } from './dashboard.ts';

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'a gateway whose disk is full at the log says so once, and answers as before',
  async () => {
    const folder = temporaryFolder();
    const members = await openMembers(folder, ['CV']);
    const port = await freePort();
    const gateway = spawn(process.execPath, ['scripts/run.js', 'gateway/main.ts'], {
      env: {
        ENGINE,
        DATA_DIR: folder,
        PORT: String(port),
        MEMBERS: `CV=${members.addresses()[0]?.url}`,
        ALLOW_PRIVATE_MEMBERS: 'true',
      },
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    let told = '';
    gateway.stderr?.on('data', (part: Buffer) => {
      told += part.toString('utf8');
    });
    const ended = once(gateway, 'exit');
    await untilReady(
      `http://127.0.0.1:${port}/ready`,
      30_000,
      ended.then(() => 'The gateway ended.'),
    );
    for (let turn = 0; turn < 3; turn += 1)
      expect(await sitesFrom(`http://127.0.0.1:${port}/graphql`)).toEqual({
        data: { sites: { total: { count: sitesOf('CV').length, precision: 'EXACT' } } },
      });
    gateway.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(told).toBe(
      'The log cannot be written: ENOSPC: no space left on device, write. The gateway goes on answering, and what it has to say is lost; make room.\n',
    );
    await members.close();
    rmSync(folder, { recursive: true });
  },
  60_000,
);

async function sitesFrom(url: string): Promise<unknown> {
  const body = JSON.stringify({ query: '{ sites { total { count precision } } }' });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body });
  const { data } = (await answer.json()) as { readonly data: unknown };
  return { data };
}
