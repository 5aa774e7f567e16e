import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Ask, openWorld, type World } from '../world.ts';
import { chanceOf } from './chance.ts';
import { type Client, openClient } from './client.ts';
import { cases } from './config.ts';
import { openOracle } from './one-database/oracle.ts';
import { poolsOf } from './pools.ts';
import { anyValue } from './questions/written.ts';
import { worldOf } from './rows/generate-world.ts';

// H6: `owners`, and `countries` on types whose country is their owner, send requests to exactly those members, counted at the members.

const ALL = ['MINERALS', 'POLICIES', 'EVENTS'] as const;
const EVERYBODY = ['AMSG', 'CD', 'MA', 'ZA', 'ZM'];
const STATES = ['CD', 'MA', 'ZA', 'ZM'];
const MEMBERS = EVERYBODY.map((code) => ({
  code,
  modules: code === 'AMSG' ? (['POLICIES', 'EVENTS'] as const) : ALL,
}));

let client: Client;
let world: World;
beforeAll(async () => {
  client = await openClient();
  world = await openWorld(worldOf('who is asked', MEMBERS, 8));
  client.visit(world);
});
afterAll(async () => {
  await client.close();
  await world.close();
});
beforeEach(() => {
  world.asks.length = 0;
});

/** How many requests reached each member. */
const requests = (asks: readonly Ask[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    EVERYBODY.flatMap((code) => {
      const count = asks.filter((ask) => ask.member === code).length;
      return count > 0 ? [[code, count]] : [];
    }),
  );
const onceEach = (codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, 1]));

const AT_HOME = ['sites', 'deposits', 'estimates', 'production'];
const ANYWHERE = ['organisations', 'policies', 'events'];
const AT_HOME_SUMS = ['productionTotals', 'estimateTotals', 'capacityTotals', 'siteCounts'];

const heads = (field: string, filter: string) => ({
  query: `{ ${field}(filter: ${filter}) { edges { cursor node { id } } total { count } } }`,
});
const sums = (field: string, filter: string) => ({
  query: `{ ${field}(filter: ${filter}) { rows { __typename } } }`,
});

test.each([...AT_HOME, ...ANYWHERE])(
  '`owners` asks exactly those members for %s',
  async (field) => {
    await client.ask(heads(field, '{ owners: ["ZM", "MA"] }'));
    expect(requests(world.asks)).toEqual(onceEach(['MA', 'ZM']));
  },
);

test.each([...AT_HOME_SUMS, 'policyCounts'])(
  '`owners` asks exactly those members for %s',
  async (field) => {
    await client.ask(sums(field, '{ owners: ["ZM", "MA"] }'));
    expect(requests(world.asks)).toEqual(onceEach(['MA', 'ZM']));
  },
);

test('owners that are no members are refused, and nobody is asked', async () => {
  const { data, errors } = await client.ask(heads('sites', '{ owners: ["ZM", "XX"] }'));
  expect({ data, errors }).toMatchObject({
    data: undefined,
    errors: [
      {
        message: 'Expected the code of a member, got "XX"; `members { list { code } }` lists them.',
        extensions: { code: 'BAD_VALUE' },
      },
    ],
  });
  expect(world.asks).toEqual([]);
});

test.each(AT_HOME)('`countries` asks exactly those states for %s', async (field) => {
  await client.ask(heads(field, '{ countries: ["CD", "SA"] }'));
  expect(requests(world.asks)).toEqual(onceEach(['CD']));
});

test.each(AT_HOME_SUMS)('`countries` asks exactly those states for %s', async (field) => {
  await client.ask(sums(field, '{ countries: ["CD", "SA"] }'));
  expect(requests(world.asks)).toEqual(onceEach(['CD']));
});

test.each(ANYWHERE)(
  '`countries` leaves nobody out who may hold %s of that country',
  async (field) => {
    await client.ask(heads(field, '{ countries: ["CD"] }'));
    expect(requests(world.asks)).toEqual(onceEach(EVERYBODY));
  },
);

test.each(AT_HOME)(
  'bodies are not asked for %s, which have a country for their owner',
  async (field) => {
    await client.ask(heads(field, '{}'));
    expect(requests(world.asks)).toEqual(onceEach(STATES));
  },
);

test.each([
  [
    'a filter by variable',
    'query Q($owners: [MemberCode!]) { sites(filter: { owners: $owners }) { edges { node { id } } } }',
    { owners: ['ZA'] },
    ['ZA'],
  ],
  [
    'the default of a variable',
    'query Q($filter: SiteFilter = { countries: ["ZA", "MA"] }) { sites(filter: $filter) { edges { node { id } } } }',
    {},
    ['MA', 'ZA'],
  ],
  [
    'owners and countries together',
    '{ sites(filter: { owners: ["ZA", "AMSG"], countries: ["MA", "ZA"] }) { edges { node { id } } } }',
    {},
    ['ZA'],
  ],
  [
    'members that are meant by name',
    '{ members(owners: ["CD", "AMSG"]) { list { code } } }',
    {},
    ['AMSG', 'CD'],
  ],
  ['nobody', '{ policies(filter: { owners: [] }) { edges { node { id } } } }', {}, []],
  ['a record', '{ record(id: "ZM:site:a") { site { id name { en } } } }', {}, ['ZM']],
  ["a record of nobody's", '{ record(id: "XX:site:a") { site { id } } }', {}, []],
  ['the changes of one member', '{ changes(owner: "CD") { last } }', {}, ['CD']],
  [
    'two lists of other owners in one request',
    '{ a1: sites(filter: { owners: ["CD"] }) { edges { node { id } } } b1: sites(filter: { owners: ["MA"] }) { edges { node { id } } } }',
    {},
    ['CD', 'MA'],
  ],
  [
    'a list that is skipped',
    '{ sites(filter: { owners: ["CD"] }) @skip(if: true) { edges { node { id } } } policies(filter: { owners: ["MA"] }) { total { count } } }',
    {},
    ['MA'],
  ],
])(
  '%s: one request to each of those meant and none to others',
  async (_, query, variables, asked) => {
    await client.ask({ query, variables });
    expect(requests(world.asks)).toEqual(onceEach(asked));
  },
);

test('the lists of a country are asked of that state, and of all who may hold its policies', async () => {
  const answer = await client.ask({
    query: '{ countries(codes: ["MA"]) { sites { edges { node { id } } } } }',
  });
  expect(answer.errors).toBeUndefined();
  expect(requests(world.asks)).toEqual({ AMSG: 1, MA: 1 });
  world.asks.length = 0;
  await client.ask({
    query: '{ countries(codes: ["MA"]) { policies { edges { node { id } } } } }',
  });
  expect(requests(world.asks)).toEqual({ AMSG: 2, CD: 1, MA: 1, ZA: 1, ZM: 1 });
});

test('for any filter the members asked are those who answer, and only they', async () => {
  const oracle = openOracle(client.schema, { members: world.generated.members });
  const pools = poolsOf(world.generated);
  for (let place = 0; place < cases(100, 2_000); place += 1) {
    const chance = chanceOf(`who ${place}`);
    const field = chance.oneOf([...AT_HOME, ...ANYWHERE]);
    const argument = client.schema
      .getQueryType()
      ?.getFields()
      [field]?.args.find(({ name }) => name === 'filter');
    if (!argument) throw new Error(`Expected ${field} to take a filter.`);
    const question = {
      query: `query Who($filter: ${String(argument.type)}) { ${field}(filter: $filter, first: 1) { coverage { answered } } }`,
      variables: { filter: anyValue({ chance, pools }, argument.type, 'filter') },
    };
    world.asks.length = 0;
    await client.ask(question);
    const { data } = await oracle(question);
    const { coverage } = Object.values(data ?? {})[0] as { coverage: { answered: string[] } };
    expect({ ...question, asked: requests(world.asks) }).toEqual({
      ...question,
      asked: onceEach(coverage.answered),
    });
  }
});
