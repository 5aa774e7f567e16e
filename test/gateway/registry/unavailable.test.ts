import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isOfDatabase } from '../../../gateway/registry/database/index.ts';
import { HAS_MARIADB, type MariaDb, startMariaDb } from '../../mariadb.ts';
import { run } from '../../program.ts';
import { extensionOf, givenRegistry } from './given-registry.ts';
import { newFolder } from './new-folder.ts';

let server: MariaDb | undefined;
beforeAll(async () => {
  if (HAS_MARIADB) server = await startMariaDb();
});
afterAll(async () => server?.close());

const sentenceOf = (place: string, got: string) =>
  new RegExp(
    `^REGISTRY_UNAVAILABLE: expected a database for the registry that can be opened, read and written at ${place}, got ${got}; check that it is there and the rights on it, or restore it from a copy\\.\n?$`,
  );

const aFolder = (at: string) => mkdirSync(at);
const anotherFile = (at: string) => writeFileSync(at, 'member,url\n'.repeat(1_000));

test.each([
  ['a folder', aFolder, 'ConnectionFailed.+'],
  ['another file', anotherFile, 'file is not a database'],
])('where the database is %s, that is one sentence', async (_, make, got) => {
  const folder = newFolder();
  const file = join(folder, 'registry.db');
  make(file);
  await expect(givenRegistry(folder)).rejects.toThrow(sentenceOf(file, got));
});

/** A registry whose file keeps its head, and has nonsense behind that. */
async function damaged(): Promise<{ readonly folder: string; readonly file: string }> {
  const folder = newFolder();
  const registry = await givenRegistry(folder);
  await registry.publishes('MA', { extension: extensionOf('MA') });
  await registry.close();
  const file = join(folder, 'registry.db');
  const head = readFileSync(file).subarray(0, HEAD_BYTES);
  writeFileSync(file, Buffer.concat([head, Buffer.alloc(NONSENSE_BYTES, 0xa5)]));
  for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true });
  return { folder, file };
}
const HEAD_BYTES = 100;
const NONSENSE_BYTES = 8 * 4_096 - HEAD_BYTES;

test('a database that is damaged behind its head is found at the start', async () => {
  const { folder, file } = await damaged();
  await expect(givenRegistry(folder)).rejects.toThrow(sentenceOf(file, '.+'));
});

const tells = HAS_MARIADB ? test : test.skip;
tells('neither a wrong password nor the password itself is told [needs MariaDB]', async () => {
  const url = new URL((await server?.create('registry')) ?? '');
  url.password = 'guessed-wrong';
  const opening = givenRegistry(newFolder(), { database: url.href });
  await expect(opening).rejects.toThrow(
    sentenceOf(`${url.host}/registry`, 'Access denied for user .+'),
  );
  await expect(opening).rejects.not.toThrow('guessed-wrong');
});

test('the gateway ends with that sentence alone, whether it starts by itself or with its members', async () => {
  const { folder, file } = await damaged();
  const settings = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'info' };
  const alone = run(['gateway/main.ts'], settings);
  const withMembers = run(['scripts/continent.ts', '--members', 'CV'], settings);
  expect([await alone.exit, await withMembers.exit]).toEqual([1, 1]);
  const sentence = sentenceOf(file, '.+');
  expect(alone.said()).toMatch(sentence);
  expect(withMembers.said().trimEnd().split('\n').at(-1)).toMatch(sentence);
  expect(withMembers.said()).not.toContain('    at ');
});

test('what is damaged while it runs is said to who publishes, and what is served goes on', async () => {
  const folder = newFolder();
  const file = join(folder, 'registry.db');
  const faults: unknown[] = [];
  const registry = await givenRegistry(folder, { onFault: (fault) => faults.push(fault) });
  await registry.publishes('MA', { extension: extensionOf('MA') });
  const state = registry.state();
  for (const each of ['', '-wal', '-shm'])
    writeFileSync(`${file}${each}`, Buffer.alloc(readFileSync(`${file}${each}`).length, 0xa5));
  const fault: unknown = await registry.publishes('CD').catch((thrown: unknown) => thrown);
  expect(isOfDatabase(fault)).toBe(true);
  expect(registry.state()).toEqual(state);
  await registry.close();
});
