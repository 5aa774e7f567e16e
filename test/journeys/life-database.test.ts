import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startMember } from '../../subgraphs/index.ts';
import { HAS_MARIADB, startMariaDb } from '../mariadb.ts';
import {
  type Continent,
  type JsonObject,
  openContinent,
  openMembers,
  temporaryFolder,
  untilBack,
} from './continent.ts';
import { countOf } from './dashboard.ts';

const folder = temporaryFolder();
const closes: (() => Promise<void>)[] = [
  () => Promise.resolve(rmSync(folder, { recursive: true })),
];
afterAll(async () => {
  for (const close of closes.toReversed()) await close();
});
/** Is closed after the tests, whatever comes of them. */
function toClose<Opened extends { readonly close: () => Promise<void> }>(opened: Opened): Opened {
  closes.push(opened.close);
  return opened;
}

const QUERY =
  '{ siteCounts(by: [COUNTRY]) { rows { countryCode count } coverage { complete missing { member reason } } } }';
const countsFrom = async (continent: Continent) =>
  (await continent.ask({ query: QUERY })).data?.siteCounts;

const counted = (...codes: readonly string[]) => ({
  rows: codes.map((countryCode) => ({ countryCode, count: countOf(countryCode) })),
  coverage: { complete: true, missing: [] },
});
const withoutCapeVerde = {
  ...counted('ZM'),
  coverage: { complete: false, missing: [{ member: 'CV', reason: 'PROTOCOL_ERROR' }] },
};
const BACK_MS_MAX = 5_000;

const onMariaDb = HAS_MARIADB ? test : test.skip;

onMariaDb(
  'a member whose database is gone is named with the reason, its neighbours answer, and it is back as soon as its database is [needs MariaDB]',
  async () => {
    const server = toClose(await startMariaDb());
    const logger = pino({ level: 'silent' });
    const database = await server.create('gone');
    const member = toClose(
      await startMember({ code: 'CV', database, host: '127.0.0.1', port: 0, logger }),
    );
    const others = toClose(await openMembers(folder, ['ZM']));
    const members = [{ code: 'CV', url: member.url }, ...others.addresses()];
    const continent = toClose(await openContinent({ folder, members }));
    expect(await countsFrom(continent)).toEqual(counted('CV', 'ZM'));
    for (const _ of ['once', 'and again']) {
      await server.stop();
      // As often as would make a silent member spared: this one answers, and says that it cannot.
      for (let turn = 0; turn < 10; turn += 1)
        expect(await countsFrom(continent)).toEqual(withoutCapeVerde);
      expect(await lastSaidOf(continent, 'CV')).toEqual({
        lastReason: 'PROTOCOL_ERROR',
        lastSays: 'CV gave nothing at siteCounts, but the error "The member could not answer.".',
      });
      await server.start();
      const began = Date.now();
      await untilBack(continent, 'CV');
      expect(await countsFrom(continent)).toEqual(counted('CV', 'ZM'));
      expect(Date.now() - began).toBeLessThan(BACK_MS_MAX);
    }
  },
  120_000,
);

async function lastSaidOf(continent: Continent, code: string): Promise<JsonObject> {
  const answer = await fetch(`${continent.url}/members`, {
    headers: { accept: 'application/json' },
  });
  const members = (await answer.json()) as readonly JsonObject[];
  const { lastReason = null, lastSays = null } = members.find((each) => each.code === code) ?? {};
  return { lastReason, lastSays };
}

/** The file of a member's database, with what SQLite keeps beside it. */
function move(code: string, from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((each) => each.startsWith(`${code}.db`)))
    renameSync(join(from, name), join(to, name));
}

test('a member whose file is moved away and back goes on, and holds the same when it is started again', async () => {
  const [here, away] = [join(folder, 'here'), join(folder, 'away')];
  mkdirSync(here);
  const members = toClose(await openMembers(here, ['CV', 'ZM']));
  const continent = toClose(await openContinent({ folder, members: members.addresses() }));
  move('CV', here, away);
  // The system keeps an open file alive under whatever name.
  for (let turn = 0; turn < 3; turn += 1)
    expect(await countsFrom(continent)).toEqual(counted('CV', 'ZM'));
  move('CV', away, here);
  expect(await countsFrom(continent)).toEqual(counted('CV', 'ZM'));
  const loaded = new Map(members.loaded);
  await members.stop('CV');
  await members.restart('CV');
  await untilBack(continent, 'CV');
  expect(await countsFrom(continent)).toEqual(counted('CV', 'ZM'));
  expect(members.loaded).toEqual(loaded);
}, 60_000);

test('a member that is started while its file is away begins anew with its seeds, and with its own again once that is back', async () => {
  const [here, away] = [join(folder, 'there'), join(folder, 'elsewhere')];
  mkdirSync(here);
  const members = toClose(await openMembers(here, ['CV', 'ZM']));
  const continent = toClose(await openContinent({ folder, members: members.addresses() }));
  const once = members.loaded.get('CV') ?? 0;
  await members.stop('CV');
  move('CV', here, away);
  await members.restart('CV');
  await untilBack(continent, 'CV');
  expect(await countsFrom(continent)).toEqual(counted('CV', 'ZM'));
  expect(members.loaded.get('CV')).toBe(once * 2);
  await members.stop('CV');
  move('CV', away, here);
  await members.restart('CV');
  await untilBack(continent, 'CV');
  expect(await countsFrom(continent)).toEqual(counted('CV', 'ZM'));
  expect(members.loaded.get('CV')).toBe(once * 2);
}, 60_000);
