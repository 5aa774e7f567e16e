import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Continent,
  type Members,
  openContinent,
  openMembers,
  temporaryFolder,
  untilBack,
} from './continent.ts';

const folder = temporaryFolder();
let members: Members;
let continent: Continent;
beforeAll(async () => {
  members = await openMembers(folder, ['AMSG', 'NA', 'ZM']);
  continent = await openContinent({ folder, members: members.addresses() });
});
afterAll(async () => {
  await continent.close();
  await members.close();
  rmSync(folder, { recursive: true });
});

const VOCABULARIES = '{ countries(codes: ["NA", "ZM"]) { code name { en } } }';
const sitesOf = (owner: string) => ({
  query: `{ sites(filter: { owners: ["${owner}"] }, first: 3) {
    edges { node { id country { name { en } } commodities { name { en } } } } coverage { complete }
  } }`,
});
const FAIL = { zellige: { onMissing: 'FAIL' } };
const AS_OF = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
const coverageWith = (stale: unknown, missing: unknown = []) => ({
  zellige: { coverage: { complete: false, missing, stale } },
});

test('a researcher still reads names while AMSG is silent, and how old they are', async () => {
  const [fresh, sites] = [
    await continent.ask({ query: VOCABULARIES }),
    await continent.ask(sitesOf('ZM')),
  ];
  expect([fresh.errors, sites.errors]).toEqual([undefined, undefined]);
  await members.stop('AMSG');
  for (const [question, before] of [
    [{ query: VOCABULARIES }, fresh],
    [sitesOf('ZM'), sites],
  ] as const) {
    const { status, data, errors, extensions } = await continent.ask(question);
    expect({ status, data, errors }).toEqual({ status: 200, data: before.data, errors: undefined });
    expect(extensions).toMatchObject(coverageWith([{ member: 'AMSG', asOf: AS_OF }]));
  }
});

test('names from before make no answer fail: nobody is missing from it', async () => {
  const { status, extensions } = await continent.ask({ ...sitesOf('ZM'), extensions: FAIL });
  expect(status).toBe(200);
  expect(extensions).toMatchObject(coverageWith([{ member: 'AMSG', asOf: AS_OF }]));
});

test('what was never asked before is missing, beside the names that were', async () => {
  const { status, data, errors, extensions } = await continent.ask({
    query: '{ countries(codes: ["MA"]) { name { en } } }',
  });
  expect({ status, data, errors }).toMatchObject({
    status: 200,
    data: { countries: null },
    errors: [{ path: ['countries'], extensions: { code: 'MEMBER_UNAVAILABLE', member: 'AMSG' } }],
  });
  expect(extensions).toMatchObject(coverageWith([], [{ member: 'AMSG' }]));
});

test('a name that is missing is an error at its place, and the row stays', async () => {
  const { data, errors } = await continent.ask(sitesOf('NA'));
  expect(data).toMatchObject({
    sites: {
      edges: [{ node: { country: { name: null } } }, {}, {}],
      coverage: { complete: true },
    },
  });
  expect(errors).toContainEqual({
    message: 'AMSG did not answer.',
    path: ['sites', 'edges', 0, 'node', 'country'],
    extensions: {
      code: 'MEMBER_UNAVAILABLE',
      member: 'AMSG',
      reason: expect.stringMatching(/^(UNREACHABLE|BREAKER_OPEN)$/),
    },
  });
});

test('records are never given from before', async () => {
  const policies = {
    query: '{ policies(filter: { owners: ["AMSG"] }) { edges { node { id } } } }',
  };
  await members.restart('AMSG');
  await untilBack(continent, 'AMSG');
  expect((await continent.ask(policies)).errors).toBeUndefined();
  await members.stop('AMSG');
  expect(await continent.ask(policies)).toMatchObject({
    data: { policies: null },
    extensions: coverageWith([], [{ member: 'AMSG' }]),
  });
});

test('once AMSG answers again, all is complete', async () => {
  await members.restart('AMSG');
  await untilBack(continent, 'AMSG');
  const { errors, extensions } = await continent.ask(sitesOf('NA'));
  expect(errors).toBeUndefined();
  expect(extensions).toMatchObject({
    zellige: { coverage: { complete: true, missing: [], stale: [] } },
  });
});
