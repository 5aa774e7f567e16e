import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { buildMemberSchema } from '../../../subgraphs/kit/graphql/index.ts';
import {
  type MemberDefinition,
  once,
  type Progress,
  type Rows,
  startMember,
} from '../../../subgraphs/kit/index.ts';
import { askOver, temporaryFolder } from '../temporary.ts';
import { profileOf } from './asked-member.ts';
import { site } from './rows.ts';

const folder = temporaryFolder();
const logger = pino({ level: 'silent' });
const schema = once(() => buildMemberSchema());

const defining = (
  code: string,
  rows: readonly Rows[],
  more: Partial<MemberDefinition> = {},
): MemberDefinition => ({
  profile: profileOf(code),
  seeds: () => rows,
  open: () => Promise.resolve({ schema: schema(), close: () => Promise.resolve() }),
  ...more,
});
const at = (code: string) => ({
  database: `sqlite:${join(folder, `${code}.db`)}`,
  host: '127.0.0.1',
  port: 0,
  logger,
});
const COUNT = '{ sites { total { count } } }';
const counted = (count: number) => ({ data: { sites: { total: { count } } } });

test('seeds are loaded when the database is empty, told of, and not loaded again', async () => {
  const told: Progress[] = [];
  const options = { ...at('ZM'), onProgress: (progress: Progress) => told.push(progress) };
  const first = await startMember(
    defining('ZM', [{ Site: [site('ZM:site:1')] }, { Site: [site('ZM:site:2')] }]),
    options,
  );
  expect(await askOver(first.url, COUNT)).toEqual(counted(2));
  await first.close();
  const later = await startMember(defining('ZM', [{ Site: [site('ZM:site:3')] }]), options);
  expect(await askOver(later.url, COUNT)).toEqual(counted(2));
  await later.close();
  expect(told).toEqual([
    { kind: 'loading', code: 'ZM', records: 2 },
    { kind: 'loaded', code: 'ZM', records: 2 },
  ]);
});

test('seeds that hold a bad row are not loaded at all, and the next start begins anew', async () => {
  const bad = startMember(
    defining('ZW', [{ Site: [site('ZW:site:1'), site('CD:site:1')] }]),
    at('ZW'),
  );
  await expect(bad).rejects.toThrow('CD:site:1');
  const mended = await startMember(defining('ZW', [{ Site: [site('ZW:site:1')] }]), at('ZW'));
  expect(await askOver(mended.url, COUNT)).toEqual(counted(1));
  await mended.close();
});

test('a member that cannot be served leaves nothing open', async () => {
  const closed: string[] = [];
  const first = await startMember(defining('AO', []), at('AO'));
  const port = Number(new URL(first.url).port);
  const open = () =>
    Promise.resolve({
      schema: schema(),
      close: () => {
        closed.push('its own tables');
        return Promise.resolve();
      },
    });
  const second = startMember(defining('BJ', [], { open }), { ...at('BJ'), port });
  await expect(second).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
  expect(closed).toEqual(['its own tables']);
  await first.close();
});

test('a database that cannot be opened is one sentence', async () => {
  const nowhere = { ...at('BF'), database: `sqlite:${join(folder, 'AO.db', 'BF.db')}` };
  await expect(startMember(defining('BF', []), nowhere)).rejects.toThrow(
    /^Expected a database that can be opened and written at .*BF\.db; check/,
  );
});
