import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ANY_COST,
  type Continent,
  type Members,
  openContinent,
  openMembers,
  temporaryFolder,
} from './continent.ts';
import { countOf } from './dashboard.ts';
import { type Mute, openMute, openWeary, type Weary } from './failing-members.ts';

const folder = temporaryFolder();
let members: Members;
let mute: Mute;
let weary: Weary;
/** Its Congo (CD) and its Botswana (BW) say nothing, its Zambia (ZM) answers as often as it is told. */
let continent: Continent;
beforeAll(async () => {
  members = await openMembers(folder, ['AMSG', 'CV', 'NA', 'ZM']);
  const urlOf = (code: string) => members.addresses().find((each) => each.code === code)?.url ?? '';
  mute = await openMute();
  weary = await openWeary(urlOf('ZM'));
  continent = await openContinent({
    folder,
    members: [
      ...['AMSG', 'CV', 'NA'].map((code) => ({ code, url: urlOf(code) })),
      { code: 'BW', url: mute.url },
      { code: 'CD', url: mute.url },
      { code: 'ZM', url: weary.url },
    ],
    deadlineMs: 1_000,
  });
});
afterAll(async () => {
  await continent.close();
  weary.close();
  mute.close();
  await members.close();
  rmSync(folder, { recursive: true });
});

const FAIL = { zellige: { onMissing: 'FAIL' } };
const HEADS = (owners: string) =>
  `{ sites(filter: { owners: [${owners}] }, first: 500) { edges { node { id } } } }`;
const DETAILS = (owners: string) =>
  `{ sites(filter: { owners: [${owners}] }, first: ${countOf('CV') + 1}) { edges { node { id adm1 } } } }`;
const HEADS_OF_ALL = HEADS('"CD", "CV", "NA"');
const SINCE = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);

/** Asked in vain often enough, a member is not asked for a while. */
const IN_VAIN = expect.stringMatching(/^(TIMEOUT|BREAKER_OPEN)$/);

const WITHOUT_CD = {
  zellige: {
    cost: ANY_COST,
    coverage: {
      complete: false,
      answered: ['CV', 'NA'],
      missing: [{ member: 'CD', reason: IN_VAIN, part: null, since: SINCE }],
      stale: [],
      hops: [
        {
          path: [],
          asked: ['CD', 'CV', 'NA'],
          answered: ['CV', 'NA'],
          missing: [{ member: 'CD', reason: IN_VAIN }],
        },
      ],
    },
  },
};
const INCOMPLETE = [{ message: expect.any(String), extensions: { code: 'INCOMPLETE' } }];

describe('somebody who counts on numbers chooses what comes of a missing member', () => {
  test('without a choice, the answer is given and says who is missing', async () => {
    const { status, data, errors, extensions } = await continent.ask({ query: HEADS_OF_ALL });
    expect({ status, errors, extensions }).toEqual({
      status: 200,
      errors: undefined,
      extensions: WITHOUT_CD,
    });
    expect(data).toMatchObject({ sites: { edges: { length: countOf('CV', 'NA') } } });
  });

  test.each([
    ['the extension', { query: HEADS_OF_ALL, extensions: FAIL }, {}],
    ['the header', { query: HEADS_OF_ALL }, { 'zellige-on-missing': 'FAIL' }],
    [
      'the extension over the header',
      { query: HEADS_OF_ALL, extensions: FAIL },
      { 'zellige-on-missing': 'PARTIAL' },
    ],
  ])('asked to fail by %s, nothing of it is given', async (_, question, headers) => {
    expect(await continent.ask(question, headers)).toEqual({
      status: 503,
      data: null,
      errors: INCOMPLETE,
      extensions: WITHOUT_CD,
    });
  });

  test('the extension for a partial answer wins over a header to fail', async () => {
    const extensions = { zellige: { onMissing: 'PARTIAL' } };
    const told = await continent.ask(
      { query: HEADS_OF_ALL, extensions },
      { 'zellige-on-missing': 'FAIL' },
    );
    expect(told).toMatchObject({ status: 200, extensions: WITHOUT_CD });
    expect(told.data).not.toBeNull();
  });

  test('asked to fail, an answer that lacks nobody is given', async () => {
    const told = await continent.ask({ query: HEADS('"CV", "NA"'), extensions: FAIL });
    expect(told).toMatchObject({
      status: 200,
      extensions: { zellige: { coverage: { complete: true, answered: ['CV', 'NA'] } } },
    });
    expect(told.data).not.toBeNull();
    expect(told.errors).toBeUndefined();
  });

  test('asked by GET, the choice stands in the address', async () => {
    const asked = new URLSearchParams({
      query: HEADS_OF_ALL,
      extensions: JSON.stringify(FAIL),
    });
    const response = await fetch(`${continent.url}/graphql?${asked}`);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      data: null,
      errors: INCOMPLETE,
      extensions: WITHOUT_CD,
    });
  });

  test('a question that asks no member cannot fail', async () => {
    const told = await continent.ask({ query: '{ __typename }', extensions: FAIL });
    expect(told).toEqual({
      status: 200,
      data: { __typename: 'Query' },
      extensions: {
        zellige: {
          cost: ANY_COST,
          coverage: { complete: true, answered: [], missing: [], stale: [], hops: [] },
        },
      },
    });
  });
});

describe('a member that falls silent between its rows and their details', () => {
  const coverage = {
    complete: false,
    answered: ['CV'],
    missing: [{ member: 'ZM', reason: 'UNREACHABLE', part: 'DETAILS', since: SINCE }],
    stale: [],
    hops: [
      { path: [], asked: ['CV', 'ZM'], answered: ['CV', 'ZM'], missing: [] },
      {
        path: ['sites', 'edges', '@', 'node'],
        asked: ['CV', 'ZM'],
        answered: ['CV'],
        missing: [{ member: 'ZM', reason: 'UNREACHABLE' }],
      },
    ],
  };

  test('is named with the hop in which it was', async () => {
    weary.answers(1);
    const told = await continent.ask({ query: DETAILS('"CV", "ZM"') });
    expect(told).toMatchObject({
      status: 200,
      errors: [
        {
          path: ['sites', 'edges', countOf('CV'), 'node'],
          extensions: { code: 'MEMBER_UNAVAILABLE', member: 'ZM' },
        },
      ],
    });
    expect(told.extensions).toEqual({ zellige: { cost: ANY_COST, coverage } });
  });

  test('fails the answer that was asked to', async () => {
    weary.answers(1);
    expect(await continent.ask({ query: DETAILS('"CV", "ZM"'), extensions: FAIL })).toEqual({
      status: 503,
      data: null,
      errors: INCOMPLETE,
      extensions: { zellige: { cost: ANY_COST, coverage } },
    });
    weary.answers(Number.POSITIVE_INFINITY);
  });
});

describe('everybody asked is silent', () => {
  test.each([
    ['a list', HEADS('"CD"'), 'sites'],
    [
      'a count',
      '{ siteCounts(by: [COUNTRY], filter: { owners: ["CD"] }) { rows { count } } }',
      'siteCounts',
    ],
    [
      'a sum',
      '{ productionTotals(filter: { owners: ["CD"], commodities: ["copper"] }) { rows { parts { sum } } } }',
      'productionTotals',
    ],
    ['a record', '{ record(id: "CD:site:COD011") { id } }', 'record'],
  ])('%s is an error on its field, never empty', async (_, query, field) => {
    const { status, data, errors, extensions } = await continent.ask({ query });
    expect({ status, data, errors }).toMatchObject({
      status: 200,
      data: { [field]: null },
      errors: [{ path: [field], extensions: { code: 'MEMBER_UNAVAILABLE' } }],
    });
    expect(extensions).toMatchObject({
      zellige: { coverage: { complete: false, answered: [], missing: [{ member: 'CD' }] } },
    });
  });
});

describe('how long a client waits is its own choice', () => {
  const took = async (ask: () => Promise<unknown>) => {
    const asked = performance.now();
    await ask();
    return performance.now() - asked;
  };

  test('within its own deadline it has what came until then', async () => {
    const extensions = { zellige: { deadlineMs: 300 } };
    const ask = async () => {
      const told = await continent.ask({ query: HEADS('"BW", "CV"'), extensions });
      expect(told).toMatchObject({
        status: 200,
        extensions: { zellige: { coverage: { answered: ['CV'], missing: [{ member: 'BW' }] } } },
      });
    };
    const tookMs = await took(ask);
    expect(tookMs).toBeGreaterThanOrEqual(290);
    expect(tookMs).toBeLessThan(900);
  });

  test('the header does the same', async () => {
    const headers = { 'zellige-deadline-ms': '300' };
    expect(await took(() => continent.ask({ query: HEADS('"BW", "CV"') }, headers))).toBeLessThan(
      900,
    );
  });
});

describe('an option that cannot be kept', () => {
  test.each([
    ['STALE, which is not built', { zellige: { onMissing: 'STALE' } }, {}],
    ['a deadline too short', { zellige: { deadlineMs: 99 } }, {}],
    ['a deadline too long', {}, { 'zellige-deadline-ms': '60001' }],
    ['a key that nobody knows', { zellige: { onmissing: 'FAIL' } }, {}],
  ])('%s is refused without an answer', async (_, extensions, headers) => {
    const told = await continent.ask({ query: HEADS('"CD"'), extensions }, headers);
    expect(told).toEqual({
      status: 400,
      errors: [
        {
          message: expect.stringMatching(/: expected .+, got .+\.$/),
          extensions: { code: 'BAD_OPTION' },
        },
      ],
    });
  });
});
