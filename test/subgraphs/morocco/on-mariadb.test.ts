import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type RunningMember, startMember } from '../../../subgraphs/index.ts';
import { HAS_MARIADB, type MariaDb, startMariaDb } from '../../mariadb.ts';
import { askOver } from '../temporary.ts';

const onMariaDb = HAS_MARIADB ? describe : describe.skip;
const need = HAS_MARIADB ? '' : ' [needs MariaDB]';

onMariaDb(`Morocco on MariaDB${need}`, () => {
  let server: MariaDb;
  let database: string;
  let morocco: RunningMember;
  const start = async () => {
    morocco = await startMember({
      code: 'MA',
      database,
      host: '127.0.0.1',
      port: 0,
      logger: pino({ level: 'silent' }),
    });
  };
  beforeAll(async () => {
    server = await startMariaDb();
    database = await server.create('morocco');
    await start();
  });
  afterAll(async () => {
    await morocco.close();
    await server.close();
  });

  test('its records and its own tables are there, and still there after a restart', async () => {
    const query = `{
      members { list { database } } ma_phosphateComplexes { name capacity { value } sites { id } }
      sites(orderBy: [{ field: NAME }], first: 2) { edges { cursor } total { count } } changes(owner: "MA", first: 1) { hasMore }
    }`;
    const before = await askOver(morocco.url, query);
    await morocco.close();
    await start();
    expect(await askOver(morocco.url, query)).toEqual(before);
    expect(before).toMatchObject({
      data: {
        members: { list: [{ database: 'MariaDB' }] },
        ma_phosphateComplexes: [
          { name: 'Gantour', capacity: { value: '17' } },
          { name: 'Khouribga', capacity: { value: '22.6' } },
          { name: 'Meskala', sites: [] },
        ],
        changes: { hasMore: true },
      },
    });
  });
});
