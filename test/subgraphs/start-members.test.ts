import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { MEMBER_CODES, startMembers } from '../../subgraphs/index.ts';
import { askOver, temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const logger = pino({ level: 'silent' });
const start = (codes: readonly string[], where = join(folder, 'data')) =>
  startMembers({ codes, folder: where, host: '127.0.0.1', logger });

test('members are AMSG and 54 states', () => {
  expect([MEMBER_CODES.length, MEMBER_CODES[0]]).toEqual([55, 'AMSG']);
});

test('several members run in one process, each at its own address with its own database', async () => {
  const running = await start(['AMSG', 'CV', 'GM', 'CV']);
  const described = await Promise.all(
    running.members.map(({ url }) => askOver(url, '{ members { list { code } } }')),
  );
  await running.close();
  expect(described).toEqual(
    ['AMSG', 'CV', 'GM'].map((code) => ({ data: { members: { list: [{ code }] } } })),
  );
  expect(
    ['AMSG', 'CV', 'GM'].map((code) => existsSync(join(folder, 'data', `${code}.db`))),
  ).toEqual([true, true, true]);
  await expect(fetch(running.members[0]?.url ?? '')).rejects.toThrow();
});

test('a member that starts again answers where it did before, unless somebody else listens there', async () => {
  const where = join(folder, 'again');
  const urlsOf = ({ members }: Awaited<ReturnType<typeof start>>) => members.map(({ url }) => url);
  const first = await start(['CV', 'GM'], where);
  const before = urlsOf(first);
  await first.close();
  const second = await start(['CV'], where);
  expect(urlsOf(second)).toEqual(before.slice(0, 1));
  const beside = await start(['CV', 'GM'], where);
  expect(urlsOf(beside)).toEqual([expect.not.stringMatching(before[0] ?? ''), before[1]]);
  await Promise.all([second.close(), beside.close()]);
});

test('what is kept of their ports and cannot be read is made anew', async () => {
  const where = join(folder, 'unreadable');
  mkdirSync(where);
  for (const text of ['', '[]', '{"CV":"80","GM":70000}']) {
    writeFileSync(join(where, 'member-ports.json'), text);
    const running = await start(['CV'], where);
    const { port } = new URL(running.members[0]?.url ?? '');
    await running.close();
    expect(readFileSync(join(where, 'member-ports.json'), 'utf8')).toBe(`{"CV":${port}}\n`);
  }
});

test('an unknown code is one sentence, and starts nobody', async () => {
  const nobody = join(folder, 'nobody');
  await expect(start(['CV', 'XX'], nobody)).rejects.toThrow(
    /^Expected the code of a member, one of AMSG AO .* ZW; got "XX"\.$/,
  );
  expect(existsSync(nobody)).toBe(false);
});

test('a data folder that cannot be written is one sentence', async () => {
  writeFileSync(join(folder, 'file'), '');
  const inside = join(folder, 'file', 'data');
  await expect(start(['CV'], inside)).rejects.toThrow(
    `Expected a data folder that can be written, got ${inside}; choose another or give rights on it.`,
  );
});

test('where one member cannot start, none does', async () => {
  const data = join(folder, 'half');
  mkdirSync(join(data, 'GM.db'), { recursive: true });
  await expect(start(['CV', 'GM'], data)).rejects.toThrow(/GM\.db/);
});
