import libsql from 'libsql';
import mysql2 from 'mysql2';
import { DataSource, type DataSourceOptions, type Logger } from 'typeorm';
import type { DatabaseUrl } from './database-url.ts';
import { type Dialect, forTypeOrm, MIGRATIONS } from './migrations/index.ts';
import { entitiesFor } from './tables/index.ts';

/** Told of every statement that is sent, with its values. */
export type OnStatement = (text: string, values: readonly unknown[]) => void;

export type WaysToOpen = { readonly readsOnly?: boolean; readonly onStatement?: OnStatement };

/** An open database, its tables as new as this code; where it is only read, they are as they are. */
export async function openDataSource(
  url: DatabaseUrl,
  { readsOnly = false, onStatement }: WaysToOpen,
): Promise<DataSource> {
  const source = new DataSource(optionsFor(url, onStatement));
  try {
    await source.initialize();
    if (!readsOnly) await MIGRATE[url.kind](source);
    return source;
  } catch (error) {
    if (source.isInitialized) await source.destroy();
    const where = url.kind === 'sqlite' ? url.path : `${url.host}:${url.port}/${url.database}`;
    throw new Error(
      readsOnly
        ? `Expected a database that can be opened and read at ${where}; check that it is there, and the rights on it.`
        : `Expected a database that can be opened and written at ${where}; check that it is there, and the rights on it.`,
      { cause: error },
    );
  }
}

function optionsFor(url: DatabaseUrl, onStatement?: OnStatement): DataSourceOptions {
  const dialect: Dialect = url.kind;
  const common = {
    entities: [...entitiesFor(dialect)],
    migrations: MIGRATIONS.map((migration) => forTypeOrm(migration, dialect)),
    synchronize: false,
    logging: false,
    ...(onStatement && { logger: loggerOf(onStatement) }),
  };
  return { ...common, ...placeOf(url) };
}

const MIGRATE: Readonly<Record<Dialect, (source: DataSource) => Promise<unknown>>> = {
  sqlite: (source) => source.runMigrations(),
  mysql: migrateAlone,
};

/** Several processes of one member may start at once: one makes the tables, the others wait for it. */
async function migrateAlone(source: DataSource): Promise<void> {
  const holder = source.createQueryRunner();
  try {
    const [got] = await holder.query(`SELECT GET_LOCK(${LOCK}, 60) AS got`);
    if (Number(got?.got) !== 1) throw new Error('Another process kept the tables for 60 s.');
    await source.runMigrations();
    await holder.query(`SELECT RELEASE_LOCK(${LOCK})`);
  } finally {
    await holder.release();
  }
}
const LOCK = "LEFT(CONCAT('zellige ', DATABASE()), 64)";

/** How TypeORM reaches a database: SQLite through libsql, MariaDB and MySQL through mysql2. */
export function placeOf(url: DatabaseUrl): DataSourceOptions {
  if (url.kind === 'sqlite')
    return {
      type: 'better-sqlite3',
      driver: libsql,
      database: url.path,
      enableWAL: url.path !== ':memory:',
    };
  const { kind, ...place } = url;
  // A view may give JSON as such, where a table of ours has text.
  const extra = { jsonStrings: true };
  return { ...place, type: kind, driver: mysql2, charset: 'utf8mb4', timezone: 'Z', extra };
}

const nothing = () => undefined;
const loggerOf = (onStatement: OnStatement): Logger => ({
  logQuery: (text, values) => onStatement(text, Array.isArray(values) ? values : []),
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
});
