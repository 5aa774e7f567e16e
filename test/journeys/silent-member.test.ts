import { rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Continent,
  type JsonObject,
  type Members,
  openContinent,
  openMembers,
  temporaryFolder,
} from './continent.ts';
import { inOrder } from './row-order.ts';
import { readSeedRows } from './seed-rows.ts';

const CODES = ['AMSG', 'CD', 'CV', 'MA', 'NA', 'ZM'];
const folder = temporaryFolder();
const sites = readSeedRows().get('Site') ?? [];
/** Ids of the first sites that these members hold. */
const firstSitesOf = (...members: readonly string[]) =>
  inOrder(
    sites.filter(({ home }) => members.includes(String(home))),
    [],
  )
    .slice(0, 100)
    .map(({ id }) => id);
const countOf = (...members: readonly string[]) =>
  sites.filter(({ home }) => members.includes(String(home))).length;

let members: Members;
beforeAll(async () => {
  members = await openMembers(folder, CODES);
});
afterAll(async () => {
  await members.close();
  rmSync(folder, { recursive: true });
});

const COVERAGE =
  'coverage { complete answered missing { member reason since part missedRange { from to } } stale { member } }';
const DASHBOARD = `{
  sites(first: 100) { edges { node { id name { value } } } total { count precision } ${COVERAGE} }
  siteCounts(by: [COUNTRY]) { rows { countryCode count } ${COVERAGE} }
}`;

/** What a dashboard shows: the sites, how many there are, how many by country, and who is missing. */
async function dashboard(continent: Continent) {
  const asked = Date.now();
  const { status, errors, data } = await continent.ask({ query: DASHBOARD });
  const { sites: list, siteCounts } = data as Readonly<Record<string, JsonObject>>;
  const edges = list?.edges as readonly { readonly node: JsonObject }[];
  return {
    tookMs: Date.now() - asked,
    status,
    errors,
    ids: edges.map(({ node }) => node.id),
    total: list?.total,
    coverage: list?.coverage as Coverage,
    counts: siteCounts?.rows,
    coverageOfCounts: siteCounts?.coverage as Coverage,
  };
}
type Coverage = JsonObject & { readonly missing: readonly JsonObject[] };

const countsOf = (...codes: readonly string[]) =>
  codes.map((countryCode) => ({ countryCode, count: countOf(countryCode) }));

describe('a dashboard while a member is down', () => {
  let continent: Continent;
  beforeAll(async () => {
    continent = await openContinent({ folder, members: members.addresses() });
  });
  afterAll(() => continent.close());

  const expectAll = async () =>
    expect(await dashboard(continent)).toMatchObject({
      errors: undefined,
      ids: firstSitesOf('CD', 'CV', 'MA', 'NA', 'ZM'),
      total: { count: countOf('CD', 'CV', 'MA', 'NA', 'ZM'), precision: 'EXACT' },
      coverage: { complete: true, answered: ['CD', 'CV', 'MA', 'NA', 'ZM'], missing: [] },
    });

  test('shows everything while all answer', expectAll);

  test('shows the others, and says who is missing and why', async () => {
    await members.stop('CD');
    const shown = await dashboard(continent);
    const missing = {
      member: 'CD',
      reason: 'UNREACHABLE',
      since: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
      part: null,
    };
    const answered = ['CV', 'MA', 'NA', 'ZM'];
    expect(shown).toEqual({
      tookMs: expect.any(Number),
      status: 200,
      errors: undefined,
      ids: firstSitesOf(...answered),
      total: { count: countOf(...answered), precision: 'AT_LEAST' },
      coverage: {
        complete: false,
        answered,
        missing: [{ ...missing, missedRange: { from: null, to: expect.any(String) } }],
        stale: [],
      },
      counts: countsOf(...answered.filter((code) => countOf(code) > 0)),
      coverageOfCounts: {
        complete: false,
        answered,
        missing: [{ ...missing, missedRange: null }],
        stale: [],
      },
    });
    expect(shown.tookMs).toBeLessThan(5_000);
  });

  test('a record of the silent member is unavailable, which is not "not found"', async () => {
    const silent = await continent.ask({
      query: '{ record(id: "CD:site:COD011") { site { name { value } } } }',
    });
    expect(silent).toMatchObject({
      status: 200,
      data: { record: null },
      errors: [{ path: ['record'], extensions: { code: 'MEMBER_UNAVAILABLE' } }],
    });
    const unknown = await continent.ask({ query: '{ record(id: "ZM:site:none") { id } }' });
    expect(unknown).toEqual({ status: 200, data: { record: null } });
  });

  test('a list that the silent member could not add to is whole', async () => {
    const { data } = await continent.ask({
      query: `{ sites(filter: { countries: ["MA", "ZM"] }) { total { count precision } ${COVERAGE} } }`,
    });
    expect(data).toEqual({
      sites: {
        total: { count: countOf('MA', 'ZM'), precision: 'EXACT' },
        coverage: { complete: true, answered: ['MA', 'ZM'], missing: [], stale: [] },
      },
    });
  });

  test('a sum that it could have added to is at least what it says', async () => {
    const totals = async (countries: string) => {
      const { data } = await continent.ask({
        query: `{ productionTotals(filter: { commodities: ["copper"], stages: [MINE], years: { from: 2023 }, countries: ${countries} }) {
          rows { parts { sum precision } } coverage { complete }
        } }`,
      });
      return data?.productionTotals;
    };
    expect(await totals('["ZM"]')).toEqual({
      rows: [{ parts: { sum: '760', precision: 'EXACT' } }],
      coverage: { complete: true },
    });
    expect(await totals('["ZM", "CD"]')).toEqual({
      rows: [{ parts: { sum: '760', precision: 'AT_LEAST' } }],
      coverage: { complete: false },
    });
  });

  test('shows everything again once the member is back', async () => {
    await members.restart('CD');
    await expectAll();
  });
});

describe('a dashboard while a member accepts and says nothing', () => {
  const DEADLINE_MS = 2_000;
  let mute: Mute;
  let continent: Continent;
  beforeAll(async () => {
    mute = await openMute();
    const others = members.addresses().filter(({ code }) => code !== 'CD');
    const listed = [...others, { code: 'CD', url: mute.url }];
    continent = await openContinent({ folder, members: listed, deadlineMs: DEADLINE_MS });
  });
  afterAll(async () => {
    await continent.close();
    mute.close();
  });

  test('shows the others at the deadline, and says who was late', async () => {
    const { tookMs, ids, total, coverage, errors } = await dashboard(continent);
    const answered = ['CV', 'MA', 'NA', 'ZM'];
    expect({ errors, ids, total, coverage }).toMatchObject({
      errors: undefined,
      ids: firstSitesOf(...answered),
      total: { count: countOf(...answered), precision: 'AT_LEAST' },
      coverage: { complete: false, answered, missing: [{ member: 'CD', reason: 'TIMEOUT' }] },
    });
    expect(tookMs).toBeGreaterThanOrEqual(DEADLINE_MS - 50);
    expect(tookMs).toBeLessThan(DEADLINE_MS * 2);
    expect(mute.heard()).toBeGreaterThan(0);
  });

  test('does not wait for it where it could add nothing', async () => {
    const asked = Date.now();
    const { data } = await continent.ask({
      query: '{ sites(filter: { countries: ["ZM"] }) { coverage { complete answered } } }',
    });
    expect(data).toEqual({ sites: { coverage: { complete: true, answered: ['ZM'] } } });
    expect(Date.now() - asked).toBeLessThan(DEADLINE_MS);
  });

  test('shows details of the others in time, though they take a second round', async () => {
    const asked = Date.now();
    const { data, errors } = await continent.ask({
      query: `{ sites(filter: { countries: ["CD", "ZM"] }, first: 3) {
        edges { node { id adm1 } } coverage { missing { member reason } }
      } }`,
    });
    const rows = inOrder(sites, []).filter(({ home }) => home === 'ZM');
    const edges = rows.slice(0, 3).map(({ id, adm1 }) => ({ node: { id, adm1 } }));
    const coverage = { missing: [{ member: 'CD', reason: 'TIMEOUT' }] };
    expect({ data, errors }).toEqual({ errors: undefined, data: { sites: { edges, coverage } } });
    expect(Date.now() - asked).toBeLessThan(DEADLINE_MS);
  });

  test('a record of it is unavailable at the deadline', async () => {
    const told = await continent.ask({ query: '{ record(id: "CD:site:COD011") { id } }' });
    expect(told).toMatchObject({
      data: { record: null },
      errors: [{ path: ['record'], extensions: { code: 'MEMBER_UNAVAILABLE' } }],
    });
  });
});

type Mute = {
  readonly url: string;
  /** How many sockets it has accepted. */
  readonly heard: () => number;
  readonly close: () => void;
};

/** Accepts every connection and never says a word. */
async function openMute(): Promise<Mute> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
  }).listen(0, '127.0.0.1');
  await new Promise((listens) => server.once('listening', listens));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    heard: () => sockets.length,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
