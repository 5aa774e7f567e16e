import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ANY_COST,
  type Continent,
  type Members,
  openContinent,
  openMembers,
  temporaryFolder,
  untilBack,
} from './continent.ts';
import { COVERAGE, countOf, countsOf, dashboard, firstSitesOf, sitesOf } from './dashboard.ts';
import { type Mute, openMute, openWeary, type Weary } from './failing-members.ts';

const CODES = ['AMSG', 'CD', 'CV', 'MA', 'NA', 'ZM'];
const folder = temporaryFolder();
let members: Members;
beforeAll(async () => {
  members = await openMembers(folder, CODES);
});
afterAll(async () => {
  await members.close();
  rmSync(folder, { recursive: true });
});

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
      counts: countsOf(...answered),
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
    expect(unknown).toEqual({
      status: 200,
      data: { record: null },
      extensions: answeredBy('ZM', [[]]),
    });
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
    await untilBack(continent, 'CD');
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
    const edges = sitesOf('ZM')
      .slice(0, 3)
      .map(({ id, adm1 }) => ({ node: { id, adm1 } }));
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

describe('a dashboard while a member falls silent between its rows and their details', () => {
  let weary: Weary;
  let continent: Continent;
  beforeAll(async () => {
    const own = members.addresses().find(({ code }) => code === 'ZM')?.url ?? '';
    weary = await openWeary(own);
    const others = members.addresses().filter(({ code }) => code !== 'ZM');
    continent = await openContinent({
      folder,
      members: [...others, { code: 'ZM', url: weary.url }],
    });
  });
  afterAll(async () => {
    await continent.close();
    weary.close();
  });

  test('shows the rows, and says whose details are missing', async () => {
    const query = `{ sites(filter: { owners: ["CV", "ZM"] }, first: ${countOf('CV') + 1}) {
      edges { node { id adm1 } } total { count precision } ${COVERAGE}
    } }`;
    weary.answers(1);
    const { status, data, errors } = await continent.ask({ query });
    expect(data).toEqual({
      sites: {
        edges: [
          ...sitesOf('CV').map(({ id, adm1 }) => ({ node: { id, adm1 } })),
          { node: { id: firstSitesOf('ZM')[0], adm1: null } },
        ],
        total: { count: countOf('CV', 'ZM'), precision: 'EXACT' },
        coverage: {
          complete: false,
          answered: ['CV', 'ZM'],
          missing: [
            {
              member: 'ZM',
              reason: 'UNREACHABLE',
              since: expect.any(String),
              part: 'DETAILS',
              missedRange: null,
            },
          ],
          stale: [],
        },
      },
    });
    expect(status).toBe(200);
    expect(errors).toMatchObject([
      {
        path: ['sites', 'edges', countOf('CV'), 'node'],
        extensions: { code: 'MEMBER_UNAVAILABLE', member: 'ZM' },
      },
    ]);
  });

  test('shows both once it answers again', async () => {
    weary.answers(Number.POSITIVE_INFINITY);
    const query = `{ sites(filter: { owners: ["ZM"] }, first: 1) { edges { node { adm1 } } coverage { complete missing { member } } } }`;
    const [first] = sitesOf('ZM');
    expect(await continent.ask({ query })).toEqual({
      status: 200,
      data: {
        sites: {
          edges: [{ node: { adm1: first?.adm1 } }],
          coverage: { complete: true, missing: [] },
        },
      },
      extensions: answeredBy('ZM', [[], ['sites', 'edges', '@', 'node']]),
    });
  });
});

/** What an answer says of itself where one member was asked and has answered, in these hops. */
const answeredBy = (member: string, paths: readonly (readonly string[])[]) => ({
  zellige: {
    cost: ANY_COST,
    coverage: {
      complete: true,
      answered: [member],
      missing: [],
      stale: [],
      hops: paths.map((path) => ({ path, asked: [member], answered: [member], missing: [] })),
    },
  },
});
