import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { QUESTIONS } from '../../gateway/web/index.ts';
import { HAS_MARIADB, type MariaDb, startMariaDb } from '../mariadb.ts';
import { membersIn, parseComposeFile } from './compose-file.ts';
import { type Answer, ask, startHere, untilReady } from './in-this-process.ts';
import { type Started, startCommand } from './started-command.ts';

const file = parseComposeFile();
const codes = [...membersIn(file).keys()];

if (HAS_MARIADB) describe('the commands of the compose file', onMariaDb);
else describe.skip('the commands of the compose file [needs MariaDB]', onMariaDb);

function onMariaDb() {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-compose-'));
  const ended: (() => Promise<unknown>)[] = [];
  let running: readonly Started[] = [];
  let [onMaria, onSqlite] = ['', ''];

  beforeAll(async () => {
    const server = await startMariaDb();
    ended.unshift(server.close);
    const onFiles = await startHere(codes, folder);
    ended.unshift(onFiles.close);
    [onMaria, onSqlite] = [await byTheFile(server), onFiles.url];
    await untilReady(onMaria);
  }, 180_000);
  afterAll(async () => {
    await Promise.all(running.map((each) => each.stop()));
    for (const end of ended) await end();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The members, each on a database of its own, and a gateway over them, by the commands of the file. */
  async function byTheFile(server: MariaDb): Promise<string> {
    const databases = await Promise.all(codes.map((code) => server.create(`zellige_${code}`)));
    const members = codes.map((code, place) => startMember(code, databases[place] ?? ''));
    running = members;
    const urls = await Promise.all(members.map((each) => each.says(/"(http:[^"]+\/graphql)"/)));
    const gateway = startCommand(file.services.gateway?.command ?? '', {
      ...file.services.gateway?.environment,
      MEMBERS: codes.map((code, place) => `${code}=${urls[place]}`).join(' '),
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: join(folder, 'gateway'),
    });
    running = [...members, gateway];
    return await gateway.says(/listens at (http:\S+\d)/);
  }

  test('every member answers from a MariaDB of its own', async () => {
    const answer = await fetch(`${onMaria}/members`, { headers: { accept: 'application/json' } });
    const members = (await answer.json()) as readonly Readonly<Record<string, unknown>>[];
    expect(members.map(({ code, state, database }) => ({ code, state, database }))).toEqual(
      codes.map((code) => ({ code, state: 'ANSWERING', database: 'MariaDB' })),
    );
    expect(members.every(({ records }) => Number(records) > 0)).toBe(true);
  });

  test.each(QUESTIONS.map((each) => [each.name, each.document]))(
    'the answer to %s is whole, and what SQLite answers',
    async (_name, document) => {
      const answer = await ask(onMaria, document);
      expect(answer.errors).toBeUndefined();
      expect(coveragesIn(answer).filter((each) => !each)).toEqual([]);
      expect(settled(answer)).toEqual(settled(await ask(onSqlite, document)));
    },
  );

  test('the containers ask themselves whether they are well, and hear it', () => {
    const healthy = (url: string) =>
      spawnSync(process.execPath, ['scripts/healthy.js', url]).status;
    expect([`${onMaria}/ready`, `${onMaria}/nowhere`, 'http://127.0.0.1:1'].map(healthy)).toEqual([
      0, 1, 1,
    ]);
  });

  test('SIGTERM stops each command within two seconds', async () => {
    const took = await Promise.all(running.map((each) => each.stop()));
    running = [];
    expect(took.filter((ms) => ms > 2_000)).toEqual([]);
  });
}

function startMember(code: string, database: string): Started {
  const command = membersIn(file).get(code)?.command ?? '';
  return startCommand(
    command.replace('--port 4001', '--port 0').replace('--host 0.0.0.0', '--host 127.0.0.1'),
    { DATABASE_URL: database },
  );
}

/** Cursors are sealed anew each time, and a member speaks of the moment at which it is asked. */
const settled = (answer: Answer): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value) =>
    ['cursor', 'endCursor'].includes(key) || (key === 'asOf' && /T/.test(value)) ? key : value,
  );

function coveragesIn(answer: Answer): readonly boolean[] {
  const found: boolean[] = [];
  JSON.stringify(answer, (key, value) => {
    if (key === 'complete') found.push(value);
    return value;
  });
  return found;
}
