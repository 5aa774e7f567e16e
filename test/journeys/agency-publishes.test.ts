import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Continent,
  type Members,
  openContinent,
  openMembers,
  START_MS_MAX,
  temporaryFolder,
} from './continent.ts';

const EXTENSION = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');
const GRADES = { query: '{ sites(first: 2) { edges { node { ma_phosphateGrade { value } } } } }' };
const COMPLEXES = { query: '{ ma_phosphateComplexes { name } }' };
const WORDS = { query: '{ __type(name: "MaPhosphateComplex") { description } }' };
const OTHER_WORDS = EXTENSION.replace(
  'A phosphate mining complex of Morocco',
  'A complex of mines',
);
/** Without the question for complexes; all else is as it was. */
const SMALLER = EXTENSION.slice(0, EXTENSION.indexOf('type Query'));

const folder = temporaryFolder();
let members: Members;
let continent: Continent;
const open = () => openContinent({ folder, members: members.addresses(), deadlineMs: 30_000 });

beforeAll(async () => {
  members = await openMembers(folder, ['MA']);
  continent = await open();
}, START_MS_MAX);
afterAll(async () => {
  await continent.close();
  await members.close();
});

async function send(path: string, body: object) {
  const token = readFileSync(join(folder, 'operator-token'), 'utf8').trim();
  const response = await fetch(`${continent.url}/registry/members/MA/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const url = () => members.addresses()[0]?.url;

test('an agency changes its extension while the gateway runs, is kept from taking away what is asked, and goes back', async () => {
  expect(await continent.ask(GRADES)).toMatchObject({ status: 200, data: { sites: {} } });
  expect(await continent.ask(COMPLEXES)).toMatchObject({ status: 200 });
  const published = { url: url(), extension: SMALLER };
  expect(await send('publications', published)).toMatchObject({
    status: 409,
    body: { code: 'BREAKS_KNOWN_OPERATION' },
  });
  const broken = { url: url(), extension: 'type Site @key(fields: "id") { id: ID! grade: Int }' };
  expect(await send('publications', broken)).toMatchObject({
    status: 422,
    body: { code: 'FIELD_NOT_PREFIXED' },
  });
  expect(await continent.ask(COMPLEXES)).toMatchObject({ status: 200 });
  expect(await send('publications', { ...published, breaking: true })).toMatchObject({
    status: 201,
    body: { number: 2, served: { kind: 'swapped', says: 'Publication 2 is served.' } },
  });
  expect(await continent.ask(COMPLEXES)).toMatchObject({ status: 400 });
  expect(await continent.ask(GRADES)).toMatchObject({ status: 200, data: { sites: {} } });
  expect(await send('rollbacks', { number: 1 })).toMatchObject({
    status: 201,
    body: { number: 3 },
  });
  expect(await continent.ask(COMPLEXES)).toMatchObject({ status: 200 });
}, 150_000);

test('the schema says who offers a type, in the words that were published last', async () => {
  const told = (words: string) => ({
    data: { __type: { description: `${words} Offered by Morocco (MA).` } },
  });
  expect(await continent.ask(WORDS)).toMatchObject(
    told('A phosphate mining complex of Morocco (IIASA, Shchiptsova 2024).'),
  );
  await send('publications', { url: url(), extension: OTHER_WORDS });
  expect(await continent.ask(WORDS)).toMatchObject(
    told('A complex of mines (IIASA, Shchiptsova 2024).'),
  );
  const page = await (await fetch(`${continent.url}/members/MA`)).text();
  expect(page).toContain('A complex of mines (IIASA, Shchiptsova 2024).');
  expect(page).toContain('extension: 1 type changed');
}, 150_000);

test('a gateway starts from its registry with every member down, its schema whole', async () => {
  expect(
    await send('publications', { url: url(), extension: SMALLER, breaking: true }),
  ).toMatchObject({
    status: 201,
  });
  await continent.close();
  await members.stop('MA');
  continent = await open();
  expect(await continent.ask(COMPLEXES)).toMatchObject({ status: 400 });
  expect(await continent.ask(GRADES)).toMatchObject({
    status: 200,
    errors: [{ extensions: { code: 'MEMBER_UNAVAILABLE' } }],
  });
}, 150_000);
