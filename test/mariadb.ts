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
  readonly stop: () => Promise<void>;
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
  const data = `--datadir=${join(folder, 'data')}`;
  const user = `--user=${userInfo().username}`;
  await promisify(execFile)(installer, [
    ...['--no-defaults', data, user, `--tmpdir=${folder}`],
    ...['--skip-test-db', '--auth-root-authentication-method=normal'],
  ]);
  // The server reads one statement a line.
  const init = join(folder, 'init.sql');
  await writeFile(
    init,
    `CREATE USER '${USER.name}'@'%' IDENTIFIED BY '${USER.password}';\nGRANT ALL ON *.* TO '${USER.name}'@'%';\n`,
  );
  const running = spawn(
    server,
    [
      ...['--no-defaults', data, user, `--tmpdir=${folder}`, `--init-file=${init}`],
      ...['--bind-address=127.0.0.1', `--port=${port}`, `--socket=${join(folder, 'socket')}`],
      ...['--skip-name-resolve', '--skip-log-bin', '--innodb-flush-log-at-trx-commit=0'],
      ...[
        '--innodb-buffer-pool-size=64M',
        '--performance-schema=OFF',
        `--pid-file=${join(folder, 'pid')}`,
      ],
    ],
    { stdio: 'ignore' },
  );
  const stop = async () => {
    await ended(running);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(running, port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { create: (name) => create(port, name), stop };
}

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
