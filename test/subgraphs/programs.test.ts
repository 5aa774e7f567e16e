import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { MembersMessage } from '../../subgraphs/index.ts';
import { askOver, temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const run = (program: string, args: readonly string[]): ChildProcess =>
  fork('scripts/run.js', [program, ...args], {
    silent: true,
    env: {},
  });

async function endOf(
  child: ChildProcess,
): Promise<{ readonly code: unknown; readonly says: string }> {
  let says = '';
  child.stderr?.on('data', (text: Buffer) => {
    says += text.toString();
  });
  const [code] = await once(child, 'exit');
  return { code, says };
}

async function started(child: ChildProcess): Promise<readonly MembersMessage[]> {
  const messages: MembersMessage[] = [];
  for (;;) {
    const [message] = (await once(child, 'message')) as [MembersMessage];
    messages.push(message);
    if (message.kind === 'started') return messages;
  }
}

test('the members tell who forked them what they load and where they are, and stop within 2 s of SIGTERM', async () => {
  const child = run('subgraphs/all.ts', ['--members', 'GM,AMSG', '--folder', join(folder, 'all')]);
  const messages = await started(child);
  const last = messages.at(-1);
  const members = last?.kind === 'started' ? last.members : [];
  expect(members.map(({ code }) => code)).toEqual(['GM', 'AMSG']);
  expect(messages.some((each) => each.kind === 'progress' && each.progress.code === 'AMSG')).toBe(
    true,
  );
  expect(await askOver(members[0]?.url ?? '', '{ members { list { code } } }')).toEqual({
    data: { members: { list: [{ code: 'GM' }] } },
  });
  const since = Date.now();
  child.kill('SIGTERM');
  expect(await endOf(child)).toEqual({ code: 0, says: '' });
  expect(Date.now() - since).toBeLessThan(2_000);
});

test('the members end with the process that forked them', async () => {
  const child = run('subgraphs/all.ts', ['--members', 'GM', '--folder', join(folder, 'orphans')]);
  await started(child);
  child.disconnect();
  expect((await endOf(child)).code).toBe(0);
});

test('an unknown member is one sentence and exit code 1', async () => {
  const { code, says } = await endOf(
    run('subgraphs/main.ts', ['--code', 'XX', '--database', 'sqlite::memory:']),
  );
  expect([code, says]).toEqual([
    1,
    expect.stringMatching(/^Expected the code of a member, one of AMSG .*; got "XX"\.\n$/),
  ]);
});

test('a port that is taken is one sentence and exit code 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const args = ['--code', 'GM', '--database', 'sqlite::memory:', '--port', port];
  expect(await endOf(run('subgraphs/main.ts', args))).toEqual({
    code: 1,
    says: `Port ${port} of 127.0.0.1 is taken; stop what listens there or choose another port.\n`,
  });
  taken.close();
});
