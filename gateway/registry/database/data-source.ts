import libsql from 'libsql';
import mysql2 from 'mysql2';
import {
  DataSource,
  type DataSourceOptions,
  type Logger,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import type { DatabaseUrl } from './database-url.ts';
import { type Dialect, entitiesFor, tableStatements } from './tables.ts';
import { unavailable } from './unavailable.ts';

/** Told of every statement before it is sent. */
export type OnStatement = (text: string) => void;

/** The registry's database, its tables as new as this code. */
export async function openDataSource(
  url: DatabaseUrl,
  onStatement?: OnStatement,
): Promise<DataSource> {
  const source = new DataSource({
    ...placeOf(url),
    entities: [...entitiesFor(url.kind)],
    migrations: [createTables(url.kind)],
    migrationsTableName: 'registry_migration',
    synchronize: false,
    logging: false,
    ...(onStatement && { logger: loggerOf(onStatement) }),
  });
  try {
    await source.initialize();
    await MIGRATE[url.kind](source);
    return source;
  } catch (cause) {
    if (source.isInitialized) await source.destroy();
    throw unavailable(url, cause);
  }
}

/** SQLite through libsql, MariaDB and MySQL through mysql2. */
function placeOf(url: DatabaseUrl): DataSourceOptions {
  if (url.kind === 'sqlite')
    return { type: 'better-sqlite3', driver: libsql, database: url.path, enableWAL: true };
  const { kind, ...place } = url;
  return { ...place, type: kind, driver: mysql2, charset: 'utf8mb4', timezone: 'Z' };
}

/** TypeORM orders steps by the millisecond at the end of the name. There is no way back down; a mistake is mended by the next step. */
const createTables = (dialect: Dialect): (() => void) =>
  function Step(): MigrationInterface {
    const name = 'RegistryTables1795500000000';
    return {
      name,
      up: async (runner: QueryRunner) => {
        for (const statement of tableStatements(dialect)) await runner.query(statement);
      },
      down: () => Promise.reject(new Error(`${name} has no way back; restore the database.`)),
    };
  };

const MIGRATE: Readonly<Record<Dialect, (source: DataSource) => Promise<unknown>>> = {
  sqlite: (source) => source.runMigrations(),
  mysql: migrateAlone,
};

/** Several gateways over one registry may start at once: one makes the tables, the others wait for it. */
async function migrateAlone(source: DataSource): Promise<void> {
  const holder = source.createQueryRunner();
  try {
    const [got] = await holder.query(`SELECT GET_LOCK(${LOCK}, 60) AS got`);
    if (Number(got?.got) !== 1) throw new Error('Another gateway kept the tables for 60 s.');
    await source.runMigrations();
    await holder.query(`SELECT RELEASE_LOCK(${LOCK})`);
  } finally {
    await holder.release();
  }
}
const LOCK = "LEFT(CONCAT('zellige registry ', DATABASE()), 64)";

const nothing = () => undefined;
const loggerOf = (onStatement: OnStatement): Logger => ({
  logQuery: onStatement,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
});
