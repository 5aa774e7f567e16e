import { expect, test } from '@jest/globals';
import Database from 'libsql';
import mysql from 'mysql2/promise';
import { openRepository } from '../../../../../subgraphs/kit/database/index.ts';
import { entitiesFor } from '../../../../../subgraphs/kit/database/tables/index.ts';
import { MEMBER, type OneDatabase } from '../on-each-database.ts';

type Columns = Readonly<Record<string, string>>;

export function migratesToTheTables({ kind, newUrl }: OneDatabase): void {
  test('the migrations make the tables that the repository reads: their columns, of their types and lengths', async () => {
    const url = await newUrl();
    const repository = await openRepository({ member: MEMBER, url });
    await repository.close();
    const made = kind === 'SQLite' ? madeInSqlite(url) : await madeInMariaDb(url);
    expect(made).toEqual(described(kind === 'SQLite' ? 'sqlite' : 'mysql'));
  });
}

const described = (dialect: 'sqlite' | 'mysql'): Readonly<Record<string, Columns>> =>
  Object.fromEntries(
    entitiesFor(dialect).map(({ options: { name, columns } }) => [
      name,
      Object.fromEntries(
        Object.entries(columns).map(([column, options]) => {
          const type = String(options?.type);
          return [column, type === 'varbinary' ? `varbinary(${options?.length})` : type];
        }),
      ),
    ]),
  );

/** SQLite keeps the word that a column was made with; a whole number there is INTEGER. */
function madeInSqlite(url: string): Readonly<Record<string, Columns>> {
  const database = new Database(url.slice('sqlite:'.length));
  const rows = database
    .prepare(
      `SELECT m.name AS "table", c.name AS "column", REPLACE(LOWER(c.type), 'integer', 'int') AS type
        FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name <> 'migrations' AND m.name NOT LIKE 'sqlite_%'`,
    )
    .all();
  database.close();
  return byTable(rows);
}

async function madeInMariaDb(url: string): Promise<Readonly<Record<string, Columns>>> {
  const connection = await mysql.createConnection(url);
  const [rows] = await connection.query(
    `SELECT TABLE_NAME AS \`table\`, COLUMN_NAME AS \`column\`, REGEXP_REPLACE(COLUMN_TYPE, '^int.*', 'int') AS type
      FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'migrations'`,
  );
  await connection.end();
  return byTable(Array.isArray(rows) ? rows : []);
}

function byTable(rows: readonly unknown[]): Readonly<Record<string, Columns>> {
  const tables: Record<string, Record<string, string>> = {};
  for (const row of rows) {
    const [table, column, type] = ['table', 'column', 'type'].map((name) =>
      String(Reflect.get(Object(row), name)),
    );
    tables[table ?? ''] = { ...tables[table ?? ''], [column ?? '']: type ?? '' };
  }
  return tables;
}
