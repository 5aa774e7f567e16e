import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { untilReady } from '../../bench/processes/index.ts';
import { cases } from '../oracle/config.ts';
import { type Program, run } from '../program.ts';
import { type Members, openMembers, type Told, temporaryFolder } from './continent.ts';

const EXTENSION = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');
const WITHOUT = EXTENSION.replace(/^ {2}"P2O5 content of the ore.*\n {2}oreGrade: Quantity\n/m, '');

const folder = temporaryFolder();
let members: Members;
let gateway: Program;
let url = '';
beforeAll(async () => {
  members = await openMembers(folder, ['MA', 'ZM']);
  gateway = run(['gateway/main.ts'], {
    DATA_DIR: folder,
    PORT: '0',
    MEMBERS: JSON.stringify(members.addresses()),
    ALLOW_PRIVATE_MEMBERS: 'true',
    DEADLINE_MS: '30000',
  });
  [, url = ''] = await gateway.says(/The gateway listens at (http:[^"]+)\./);
  const ended = gateway.exit.then(() => gateway.said());
  await untilReady(`${url}/ready`, 60_000, ended);
}, 120_000);
afterAll(async () => {
  gateway.child.kill('SIGKILL');
  await members.close();
  rmSync(folder, { recursive: true });
});

async function post(path: string, body: object, also: Readonly<Record<string, string>> = {}) {
  const headers = { 'content-type': 'application/json', ...also };
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as Told & { readonly code?: string },
  };
}
function publish(extension: string) {
  const token = readFileSync(join(folder, 'operator-token'), 'utf8').trim();
  const at = members.addresses().find(({ code }) => code === 'MA');
  const authorization = `Bearer ${token}`;
  return post('/registry/members/MA/publications', { url: at?.url, extension }, { authorization });
}

const QUESTION = `{
  __type(name: "MaPhosphateComplex") { fields { name } }
  ma_phosphateComplexes { name }
  sites(first: 20) { edges { node { id ma_phosphateComplex { name } } } coverage { complete } }
}`;
const asked = async (query: string) => await post('/graphql', { query });

/** What of an answer is of its generation, and what must be fine in every one. */
async function seen() {
  const { status, body } = await asked(QUESTION);
  const { data, errors } = body;
  const text = JSON.stringify(data?.__type ?? null);
  const sites = data?.sites as { readonly coverage?: object } | undefined;
  return { status, errors, coverage: sites?.coverage, hasGrade: text.includes('"oreGrade"') };
}
const FINE = { status: 200, errors: undefined, coverage: { complete: true } };
const GRADE = '{ ma_phosphateComplexes { oreGrade { value } } }';

test('a change goes from its file to those who ask while 50 connections ask, and none of them fails', async () => {
  expect(await publish(WITHOUT)).toMatchObject({
    status: 201,
    body: { served: { kind: 'swapped' } },
  });
  expect((await asked(GRADE)).status).toBe(400);
  const answers: object[] = [];
  let isOver = false;
  const clients = Array.from({ length: 50 }, async () => {
    while (!isOver) answers.push(await seen());
  });
  while (answers.length < 100) await wait(10);
  const began = performance.now();
  expect(await publish(EXTENSION)).toMatchObject({ status: 201 });
  expect((await asked(GRADE)).body.errors).toBeUndefined();
  const tookMs = performance.now() - began;
  const before = answers.length;
  while (answers.length < before + 150) await wait(10);
  isOver = true;
  await Promise.all(clients);
  const kinds = new Set(answers.map((each) => JSON.stringify(each)));
  const expected = [false, true].map((hasGrade) => JSON.stringify({ ...FINE, hasGrade }));
  expect([...kinds]).toEqual(expected);
  console.log(`From file to served while 50 connections ask: ${Math.round(tookMs)} ms.`);
  expect(tookMs).toBeLessThan(cases(60_000, 2_000));
}, 120_000);

test('a broken change is refused in one sentence, and what was published before goes on', async () => {
  const { status, body } = await publish('type Query { ma_answer: Nobody }');
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  expect(await seen()).toEqual({ ...FINE, hasGrade: true });
});

test('after the gateway was killed it starts with what was published, though everybody is down and the settings name nobody', async () => {
  gateway.child.kill('SIGKILL');
  await gateway.exit;
  await Promise.all(['MA', 'ZM'].map((code) => members.stop(code)));
  gateway = run(['gateway/main.ts'], {
    DATA_DIR: folder,
    PORT: '0',
    ALLOW_PRIVATE_MEMBERS: 'true',
  });
  [, url = ''] = await gateway.says(/The gateway listens at (http:[^"]+)\./);
  await untilReady(
    `${url}/ready`,
    60_000,
    gateway.exit.then(() => gateway.said()),
  );
  const { status, body } = await asked(QUESTION);
  expect(status).toBe(200);
  expect(JSON.stringify(body.data?.__type)).toContain('oreGrade');
  expect(body.data).toMatchObject({ ma_phosphateComplexes: null, sites: null });
  expect(body.extensions).toMatchObject({
    zellige: { coverage: { complete: false, missing: [{ member: 'MA' }] } },
  });
}, 120_000);
