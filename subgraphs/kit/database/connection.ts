import type { EntityManager } from 'typeorm';
import { openDataSource, type WaysToOpen } from './data-source.ts';
import type { DatabaseUrl } from './database-url.ts';
import { type Sql, sql } from './sql.ts';
import type { Stored } from './tables/index.ts';

/** Sends one statement and gives its rows. */
export type Run = (statement: Sql) => Promise<readonly Stored[]>;
/** Inserts rows into a table, many in one statement. */
export type Insert = (table: string, rows: readonly Stored[]) => Promise<void>;

export type Connection = {
  readonly run: Run;
  /** All or nothing, one after another. */
  readonly transaction: <Result>(
    work: (run: Run, insert: Insert) => Promise<Result>,
  ) => Promise<Result>;
  readonly database: string;
  readonly close: () => Promise<void>;
};

export async function connect(url: DatabaseUrl, ways: WaysToOpen): Promise<Connection> {
  const source = await openDataSource(url, ways);
  const { inTurn, runIn } = WAYS[url.kind]();
  const runAlone = runIn(source.manager);
  const connection = {
    run: (statement: Sql) => inTurn(() => runAlone(statement)),
    transaction: <Result>(work: (run: Run, insert: Insert) => Promise<Result>) =>
      inTurn(() => source.transaction((manager) => work(runIn(manager), insertInto(manager)))),
    close: () => inTurn(() => source.destroy()),
  };
  try {
    const database = url.kind === 'sqlite' ? 'SQLite' : await nameOfServer(connection.run);
    return { ...connection, database };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>;
type Way = { readonly inTurn: Turn; readonly runIn: (manager: EntityManager) => Run };

/** How each database is spoken to. */
const WAYS: Readonly<Record<DatabaseUrl['kind'], () => Way>> = {
  sqlite: () => ({ inTurn: oneAfterAnother(), runIn: (manager) => (each) => query(manager, each) }),
  mysql: () => ({
    inTurn: (work) => work(),
    runIn: (manager) => async (each) => (await query(manager, each)).map(bytesAsText),
  }),
};

/** SQLite has one connection: a question that came between two statements of a write would see half of it. */
function oneAfterAnother(): Turn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}

const query = async (manager: EntityManager, { text, values }: Sql): Promise<readonly Stored[]> =>
  parseRows(await manager.query(text, [...values]));

/** A statement that asks for no rows gives a number of them. */
const parseRows = (rows: unknown) => (Array.isArray(rows) ? (rows as readonly Stored[]) : []);

/** VARBINARY comes back as bytes; every column of ours that has them holds UTF-8. */
const bytesAsText = (row: Stored): Stored =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? value.toString() : value,
    ]),
  );

/** Few enough that all values of a statement fit SQLite's 32,766 parameters and MariaDB's packet. */
const ROWS_PER_INSERT = 200;

const insertInto =
  (manager: EntityManager): Insert =>
  async (table, rows) => {
    for (let start = 0; start < rows.length; start += ROWS_PER_INSERT)
      await manager
        .createQueryBuilder()
        .insert()
        .into(table)
        .values(rows.slice(start, start + ROWS_PER_INSERT))
        .updateEntity(false)
        .execute();
  };

/** What the server calls itself. It must be strict, for else it cuts what is too long, and read a backslash as it is escaped. */
async function nameOfServer(run: Run): Promise<string> {
  const [server] = await run(sql`SELECT VERSION() AS version, @@sql_mode AS mode`);
  const mode = String(server?.mode);
  if (!/STRICT_(TRANS|ALL)_TABLES/.test(mode) || mode.includes('NO_BACKSLASH_ESCAPES'))
    throw new Error(
      `Expected a server whose sql_mode has STRICT_TRANS_TABLES and not NO_BACKSLASH_ESCAPES, got "${mode}"; set it for this user or server.`,
    );
  return /mariadb/i.test(String(server?.version)) ? 'MariaDB' : 'MySQL';
}
