import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import mysql from 'mysql2/promise';

/** A server of our own, with its data in a folder of its own: no other is touched. */
export type MariaDb = {
  /** Makes an empty database and gives its URL. */
  readonly create: (name: string) => Promise<string>;
  /** Ends the server; its data and its port are kept for `start`. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Ends it for good, with its data. */
  readonly close: () => Promise<void>;
};

const FOLDERS = ['', '/usr/sbin/', '/usr/bin/', '/usr/local/bin/', '/opt/homebrew/bin/'];
const found = (program: string): string | undefined =>
  FOLDERS.map((folder) => folder + program).find(
    (path) => spawnSync(path, ['--help', '--no-defaults']).error === undefined,
  );

const server = found('mariadbd');
const installer = found('mariadb-install-db');
/** Whether MariaDB is on this machine; tests that need it say `[needs MariaDB]` where it is not. */
export const HAS_MARIADB: boolean = server !== undefined && installer !== undefined;

/** With signs that a URL must escape. */
const USER = { name: 'zellige', password: 'p@ss:w/rd' };

export async function startMariaDb(): Promise<MariaDb> {
  if (!server || !installer) throw new Error('Expected mariadbd; install MariaDB.');
  const folder = await mkdtemp(join(tmpdir(), 'zellige-mariadb-'));
  const port = await freePort();
  await install(installer, folder);
  let running: ChildProcess | undefined;
  const start = async () => {
    running = spawn(server, optionsOf(folder, port), { stdio: 'ignore' });
    await untilItAnswers(running, port);
  };
  const stop = async () => running && (await ended(running));
  const close = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  return { create: (name) => create(port, name), start, stop, close };
}

const placeOf = (folder: string): readonly string[] => [
  ...['--no-defaults', `--datadir=${join(folder, 'data')}`],
  ...[`--user=${userInfo().username}`, `--tmpdir=${folder}`],
];
const initOf = (folder: string) => join(folder, 'init.sql');

async function install(program: string, folder: string): Promise<void> {
  await promisify(execFile)(program, [
    ...placeOf(folder),
    ...['--skip-test-db', '--auth-root-authentication-method=normal'],
  ]);
  // The server reads one statement a line, each time it starts.
  await writeFile(
    initOf(folder),
    `CREATE USER IF NOT EXISTS '${USER.name}'@'%' IDENTIFIED BY '${USER.password}';\nGRANT ALL ON *.* TO '${USER.name}'@'%' WITH GRANT OPTION;\n`,
  );
}

const optionsOf = (folder: string, port: number): readonly string[] => [
  ...[...placeOf(folder), `--init-file=${initOf(folder)}`],
  ...['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${join(folder, 'socket')}`],
  ...['--skip-name-resolve', '--skip-log-bin', '--innodb-flush-log-at-trx-commit=0'],
  ...['--innodb-buffer-pool-size=64M', '--performance-schema=OFF'],
  `--pid-file=${join(folder, 'pid')}`,
];

const administer = (port: number) =>
  mysql.createConnection({
    host: '127.0.0.1',
    port,
    user: USER.name,
    password: USER.password,
  });

async function untilItAnswers(running: ChildProcess, port: number): Promise<void> {
  for (const start = Date.now(); Date.now() - start < 30_000; await wait(50)) {
    if (running.exitCode !== null) break;
    const connection = await administer(port).catch(() => undefined);
    if (connection) return await connection.end();
  }
  throw new Error('Expected mariadbd to answer within 30 s; it did not.');
}

async function create(port: number, name: string): Promise<string> {
  const connection = await administer(port);
  await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET latin1`);
  await connection.end();
  const { username, password } = {
    username: USER.name,
    password: encodeURIComponent(USER.password),
  };
  return `mysql://${username}:${password}@127.0.0.1:${port}/${name}`;
}

async function ended(running: ChildProcess): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const end = once(running, 'exit');
  running.kill('SIGTERM');
  await end;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('Expected a port.');
  return address.port;
}
