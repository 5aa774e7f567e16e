import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import Database from 'libsql';
import mysql from 'mysql2/promise';
import { type OnStatement, openRepository } from '../../../../subgraphs/kit/database/index.ts';
import { entitiesFor } from '../../../../subgraphs/kit/database/tables/index.ts';
import type { Repository } from '../../../../subgraphs/kit/repository.ts';
import { HAS_MARIADB, type MariaDb, startMariaDb } from '../../../mariadb.ts';

export type OneDatabase = {
  readonly kind: 'SQLite' | 'MariaDB';
  /** The URL of a database that nobody has opened yet. */
  readonly newUrl: () => Promise<string>;
  /** Morocco's repository in an empty database; the one before it is closed. */
  readonly open: (onStatement?: OnStatement) => Promise<Repository>;
};

/** The same stories on every database that we claim. */
export function onEachDatabase(tell: (database: OneDatabase) => void): void {
  describe('SQLite', () => tell(sqlite()));
  if (HAS_MARIADB) describe('MariaDB', () => tell(mariadb()));
  else describe.skip('MariaDB [needs MariaDB]', () => tell(mariadb()));
}

export const MEMBER = 'MA';

function sqlite(): OneDatabase {
  let folder = '';
  let made = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zellige-sqlite-'));
  });
  const newUrl = () => {
    made += 1;
    return Promise.resolve(`sqlite:${join(folder, `${made}.db`)}`);
  };
  const open = openerOf(newUrl, () => rm(folder, { recursive: true }));
  return { kind: 'SQLite', newUrl, open };
}

function mariadb(): OneDatabase {
  let server: MariaDb | undefined;
  let made = 0;
  beforeAll(async () => {
    server = await startMariaDb();
  });
  const newUrl = async () => {
    if (!server) throw new Error('Expected a server; it is started before the tests.');
    made += 1;
    return await server.create(`member_${made}`);
  };
  const open = openerOf(newUrl, async () => server?.close());
  return { kind: 'MariaDB', newUrl, open };
}

/** One database for all tests, made once and emptied for each: making tables takes a server longer than all that a test does. */
function openerOf(newUrl: () => Promise<string>, finish: () => Promise<void>): OneDatabase['open'] {
  let url: string | undefined;
  let current: Repository | undefined;
  afterAll(async () => {
    await current?.close();
    await finish();
  });
  return async (onStatement) => {
    await current?.close();
    if (url === undefined) url = await newUrl();
    else await emptied(url);
    current = await openRepository({ member: MEMBER, url, ...(onStatement && { onStatement }) });
    return current;
  };
}

const TABLE_NAMES = entitiesFor('sqlite').map(({ options }) => options.name);

async function emptied(url: string): Promise<void> {
  const statements = [
    ...TABLE_NAMES.filter((name) => name !== 'change_counter').map((name) => `DELETE FROM ${name}`),
    'UPDATE change_counter SET last = 0',
  ];
  if (url.startsWith('sqlite:')) {
    const database = new Database(url.slice('sqlite:'.length));
    database.exec(`BEGIN; ${statements.join('; ')}; COMMIT`);
    database.close();
    return;
  }
  const connection = await mysql.createConnection(url);
  for (const statement of statements) await connection.query(statement);
  await connection.end();
}
