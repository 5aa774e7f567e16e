import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MEMBER_CODES } from '../../subgraphs/index.ts';
import {
  type Continent,
  type Json,
  type JsonObject,
  openWholeContinent,
  START_MS_MAX,
} from './continent.ts';
import { LISTS, type List } from './lists.ts';
import { inOrder, type Order } from './row-order.ts';
import { type Page, type Scroll, scrollToTheEnd } from './scroll.ts';
import { newestEditions, readSeedRows } from './seed-rows.ts';

const ROWS = readSeedRows();
const STATES = MEMBER_CODES.filter((code) => code !== 'AMSG').toSorted();
/** Records of these types are only states'; all others AMSG keeps too. */
const OF_STATES = ['Deposit', 'Site', 'ResourceEstimate', 'ProductionRecord'];

let continent: Continent;
beforeAll(async () => {
  continent = await openWholeContinent();
}, START_MS_MAX);
afterAll(() => continent.close());

test('a researcher pages through all sites by 200: each once, in order, from all 54 states', async () => {
  const scroll = { list: listOfAll('sites'), orderBy: [], first: 200 };
  const pages = await scrollToTheEnd(continent, scroll);
  const ids = pages.flatMap((page) => page.ids);
  expect(ids).toEqual(idsOf(rowsOf('Site'), []));
  expect([ids.length, new Set(ids).size]).toEqual([1603, 1603]);
  expect(pages.map((page) => page.ids.length)).toEqual([...Array(8).fill(200), 3]);
  expect(new Set(ids.map((id) => id.slice(0, 2))).size).toBe(50);
  expect([...new Set(pages.map(({ total }) => JSON.stringify(total)))]).toEqual([
    '{"count":1603,"precision":"EXACT"}',
  ]);
  expect(STATES.length).toBe(54);
  for (const { coverage } of pages) expect(coverage).toEqual(allOf(STATES));
});

const rowsOf = (type: string): readonly JsonObject[] => ROWS.get(type) ?? [];
const idsOf = (rows: readonly JsonObject[], orderBy: readonly Order[]) =>
  inOrder(rows, orderBy).map(({ id }) => id);
const allOf = (answered: readonly string[]) => ({
  complete: true,
  answered,
  missing: [],
  stale: [],
});

/** The whole list of the sites, the organisations ... of all members. */
function listOfAll(field: string): List {
  const list = LISTS.find((each) => each.parent === 'Query' && each.field === field);
  if (!list) throw new Error(`Expected the contract to list ${field}.`);
  return list;
}

const DIRECTIONS = ['ASC', 'DESC'] as const;
const EDITIONS = ['ResourceEstimate', 'ProductionRecord'];

type Case = Scroll & { readonly named: string; readonly rows: readonly JsonObject[] };

/** Every order of a list, up and down; where records have editions, once of the newest and once of all. */
function casesOf(list: List, rows: readonly JsonObject[], more: Partial<Scroll>): readonly Case[] {
  const orders = list.orderFields.flatMap((field) =>
    DIRECTIONS.map((direction): readonly Order[] => [{ field, direction }]),
  );
  return orders.flatMap((orderBy): readonly Case[] => {
    const named = orderBy.map(({ field, direction }) => `${field} ${direction}`).join();
    const scroll = { list, orderBy, first: 500, ...more };
    if (!EDITIONS.includes(list.type)) return [{ ...scroll, named, rows }];
    return [
      { ...scroll, named: `${named}, newest editions`, rows: newestEditions(rows) },
      { ...scroll, named: `${named}, all editions`, rows, filter: { allEditions: true } },
    ];
  });
}

describe.each(LISTS.filter(({ parent }) => parent === 'Query'))('all $field', (list) => {
  const rows = rowsOf(list.type);
  const members = OF_STATES.includes(list.type) ? STATES : ['AMSG', ...STATES];
  test('there are some', () => expect(rows.length).toBeGreaterThan(0));
  test.each(casesOf(list, rows, {}))('by $named: each once, in order', async (each) => {
    expectWhole(await scrollToTheEnd(continent, each), each, members);
  });
});

test('sites are ordered by several keys, each in its own direction', async () => {
  const orderBy: readonly Order[] = [
    { field: 'TYPE', direction: 'DESC' },
    { field: 'STATUS', direction: 'ASC' },
    { field: 'NAME', direction: 'DESC' },
  ];
  const each = { list: listOfAll('sites'), orderBy, first: 500, rows: rowsOf('Site') };
  expectWhole(await scrollToTheEnd(continent, each), each, STATES);
});

const PARENTS = [
  { parent: 'Country', under: 'ZA', first: 100 },
  { parent: 'Country', under: 'MA', first: 20 },
  { parent: 'Commodity', under: 'cobalt', first: 50 },
] as const;
const LISTS_UNDER = PARENTS.flatMap(({ parent, under, first }) =>
  LISTS.filter((list) => list.parent === parent).map((list) => ({ list, under, first })),
);

test.each(LISTS_UNDER)('$list.field of $under, in every order: each once', async (given) => {
  const { list, under, first } = given;
  const rows = rowsOf(list.type).filter((row) => isUnder(under, list, row));
  for (const each of casesOf(list, rows, { under, first })) {
    const pages = await scrollToTheEnd(continent, each);
    expectWhole(pages, each, membersUnder(under, list));
  }
});

function isUnder(under: string, { parent, type }: List, row: JsonObject): boolean {
  if (parent === 'Country')
    return row[type === 'Policy' ? 'jurisdictionCode' : 'countryCode'] === under;
  return row.commodityCode === under || ((row.commodityCodes ?? []) as Json[]).includes(under);
}

/** A country's minerals are its own; policies on it and events in it may be anybody's. */
function membersUnder(under: string, { parent, type }: List): readonly string[] {
  if (!OF_STATES.includes(type)) return ['AMSG', ...STATES];
  return parent === 'Country' ? [under] : STATES;
}

test('nobody has a LEI, so that no list stands under a company', () => {
  const parents = new Set(LISTS.map(({ parent }) => parent));
  expect([...parents].toSorted()).toEqual(['Commodity', 'Company', 'Country', 'Query']);
  expect(rowsOf('Organisation').filter(({ lei }) => lei != null)).toEqual([]);
});

type Expected = Pick<Case, 'rows' | 'orderBy' | 'first'>;

/** All pages together hold each row once and in order; each page is full but the last, and says that all have answered. */
function expectWhole(pages: readonly Page[], expected: Expected, members: readonly string[]): void {
  const { rows, orderBy, first } = expected;
  expect(pages.flatMap(({ ids }) => ids)).toEqual(idsOf(rows, orderBy));
  for (const page of pages) {
    expect(page.hasNextPage).toBe(page !== pages.at(-1));
    if (page.hasNextPage) expect(page.ids.length).toBe(first);
    expect(page.total).toEqual({ count: rows.length, precision: 'EXACT' });
    expect(page.coverage).toEqual(allOf(members));
  }
}
