import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startMember } from '../../subgraphs/index.ts';
import { HAS_MARIADB, startMariaDb } from '../mariadb.ts';
import { openContinent, openMembers, temporaryFolder } from './continent.ts';
import { countOf } from './dashboard.ts';

const QUERY =
  '{ siteCounts(by: [COUNTRY]) { rows { countryCode count } coverage { complete missing { member } } } }';

const onMariaDb = HAS_MARIADB ? test : test.skip;

onMariaDb(
  'a member whose database is gone is named, and its neighbours answer [needs MariaDB]',
  async () => {
    const folder = temporaryFolder();
    const server = await startMariaDb();
    const logger = pino({ level: 'silent' });
    const database = await server.create('gone');
    const member = await startMember({ code: 'CV', database, host: '127.0.0.1', port: 0, logger });
    const others = await openMembers(folder, ['ZM']);
    const continent = await openContinent({
      folder,
      members: [{ code: 'CV', url: member.url }, ...others.addresses()],
    });
    const counts = async () => (await continent.ask({ query: QUERY })).data?.siteCounts;
    expect(await counts()).toEqual(counted('CV', 'ZM'));
    await server.stop();
    await wait(100);
    expect(await counts()).toEqual({
      ...counted('ZM'),
      coverage: { complete: false, missing: [{ member: 'CV' }] },
    });
    await continent.close();
    await member.close();
    await others.close();
    rmSync(folder, { recursive: true });
  },
  120_000,
);

const counted = (...codes: readonly string[]) => ({
  rows: codes.map((countryCode) => ({ countryCode, count: countOf(countryCode) })),
  coverage: { complete: true, missing: [] },
});
