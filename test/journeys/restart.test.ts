import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Continent,
  type Members,
  openContinent,
  openMembers,
  temporaryFolder,
} from './continent.ts';
import { LISTS } from './lists.ts';
import { inOrder } from './row-order.ts';
import { type Page, pageAfter, type Scroll } from './scroll.ts';
import { readSeedRows } from './seed-rows.ts';

const CODES = ['AMSG', 'CD', 'MA', 'NA', 'ZM'];
const ROWS = readSeedRows();
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true }));

let members: Members;
beforeAll(async () => {
  members = await openMembers(folder, CODES);
});
afterAll(() => members.close());

/** With a gateway that is opened for this and closed after. */
async function withGateway<Result>(
  where: string,
  work: (continent: Continent) => Promise<Result>,
): Promise<Result> {
  const continent = await openContinent({ folder: where, members: members.addresses() });
  try {
    return await work(continent);
  } finally {
    await continent.close();
  }
}

describe('a researcher scrolls through sites', () => {
  const orderBy = [{ field: 'NAME', direction: 'DESC' }] as const;
  const scroll: Scroll = { list: listOfSites(), orderBy, first: 60 };
  const ids = inOrder(
    (ROWS.get('Site') ?? []).filter(({ home }) => CODES.includes(String(home))),
    orderBy,
  ).map(({ id }) => id);

  test('and goes on where she was while gateway and members are restarted between pages', async () => {
    const pages: Page[] = [];
    do {
      const after = pages.at(-1)?.endCursor ?? null;
      pages.push(await withGateway(folder, (continent) => pageAfter(continent, scroll, after)));
      await members.stop('ZM');
      await members.restart('ZM');
    } while (pages.at(-1)?.hasNextPage);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.flatMap((page) => page.ids)).toEqual(ids);
    for (const { total, coverage } of pages)
      expect({ total, coverage }).toMatchObject({
        total: { count: ids.length, precision: 'EXACT' },
        coverage: { complete: true, answered: ['CD', 'MA', 'NA', 'ZM'], missing: [] },
      });
  });

  test('and is refused her cursor by a gateway with another key', async () => {
    const { endCursor } = await withGateway(folder, (each) => pageAfter(each, scroll, null));
    const elsewhere = temporaryFolder();
    const query =
      'query ($after: Cursor) { sites(orderBy: { field: NAME, direction: DESC }, after: $after) { edges { node { id } } } }';
    const told = await withGateway(elsewhere, (each) =>
      each.ask({ query, variables: { after: endCursor } }),
    );
    rmSync(elsewhere, { recursive: true });
    expect(told).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_CURSOR' } }] });
    expect(told.data ?? null).toBeNull();
  });
});

function listOfSites() {
  const list = LISTS.find(({ parent, field }) => parent === 'Query' && field === 'sites');
  if (!list) throw new Error('Expected the contract to list sites.');
  return list;
}

const seedsOf = (code: string): number =>
  [...ROWS.values()].flat().filter(({ home }) => home === code).length;

/** What each member holds, and where its sequence of changes stands. */
const HELD = `{
  members { list { code counts { type count } } coverage { complete } }
  ${CODES.map((code) => `${code}: changes(owner: "${code}", after: 0, first: 500) { last hasMore changes { sequence } }`).join(' ')}
}`;

test('members that start again on their databases load nothing twice', async () => {
  const before = await withGateway(folder, (continent) => continent.ask({ query: HELD }));
  expect(before.errors).toBeUndefined();
  expect(members.loaded).toEqual(new Map(CODES.map((code) => [code, seedsOf(code)])));
  await members.close();
  members = await openMembers(folder, CODES);
  expect(members.loaded).toEqual(new Map());
  expect(await withGateway(folder, (continent) => continent.ask({ query: HELD }))).toEqual(before);
});
