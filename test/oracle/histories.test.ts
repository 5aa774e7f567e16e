import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readContract } from '../../schema/index.ts';
import { openWorld, type World } from '../world.ts';
import { chanceOf } from './chance.ts';
import { type Client, openClient } from './client.ts';
import { collectGarbage } from './collect-garbage.ts';
import { cases } from './config.ts';
import { isIn } from './histories/declared.ts';
import { type Page, type Playing, playHistory } from './histories/play-history.ts';
import { type Database, openDatabase } from './one-database/database.ts';
import { coverageFor, sortedRows } from './one-database/scattered.ts';
import { poolsOf } from './pools.ts';
import { generateWorld } from './rows/generate-world.ts';
import { randomScroll } from './scroll.ts';

// H1 with faults: all pages together and the ranges declared missed are the one list, whoever dies, lies, comes, goes or returns meanwhile.

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());

const WORLDS = [
  { states: 1, most: 30, count: cases(20, 400) },
  { states: 3, most: 16, count: cases(60, 2_000) },
  { states: 8, most: 8, count: cases(60, 2_000) },
  { states: 20, most: 4, count: cases(20, 400) },
  { states: 54, most: 2, count: cases(6, 200) },
];

test.each(WORLDS)(
  'pages and declared missed ranges together are the one list, over $states states and a body: $count histories',
  async ({ states, most, count }) => {
    const generated = generateWorld(`histories ${states}`, { states, most, withBody: true });
    const world = await openWorld(generated);
    const database = openDatabase(readContract(), generated.members);
    let withLosses = 0;
    for (let place = 0; place < count; place += 1) {
      const playing = historyOf(world, database, `${states} ${place}`);
      const pages = await playHistory(playing);
      expectAsDeclared(playing, pages);
      withLosses += pages.some(({ declared }) => declared.size > 0) ? 1 : 0;
    }
    expect(withLosses).toBeGreaterThan(count / 10);
    await world.close();
    await collectGarbage();
  },
  1_200_000,
);

/** A random list, one time in two without a filter, so that many have rows of many members. */
function historyOf(world: World, database: Database, seed: string): Playing {
  const any = randomScroll(client.schema, seed, poolsOf(world.generated));
  const scroll = chanceOf(`filter ${seed}`).happens(0.5) ? any : { ...any, filter: null };
  const { answered, missing } = coverageFor(database, scroll.of, scroll.parent, scroll);
  return {
    client,
    world,
    scroll,
    seed,
    rows: sortedRows(database, scroll.of, scroll.parent, scroll),
    able: answered,
    notOffering: missing.map(({ member }) => member),
  };
}

/** Each page as it should be; and of the whole, what holds whatever a page should be. */
function expectAsDeclared({ seed, scroll, rows }: Playing, pages: readonly Page[]): void {
  expect({ seed, scroll, pages: pages.map(({ shown }) => shown) }).toEqual({
    seed,
    scroll,
    pages: pages.map(({ expected }) => expected),
  });
  const shown = pages.flatMap(({ kept }) => kept);
  expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => a - b));
  const last = pages.at(-1);
  if (last?.shown.hasNextPage !== false) return;
  const unseen = [...rows.keys()].filter((place) => !shown.includes(place));
  const declared = (place: number) => {
    const missed = last.declared.get(rows[place]?.home ?? '');
    return missed !== undefined && isIn(missed.range, place);
  };
  const everAsked = new Set(pages.flatMap(({ asked }) => asked));
  const lost = unseen.filter((place) => everAsked.has(rows[place]?.home ?? '') && !declared(place));
  expect({ seed, lost }).toEqual({ seed, lost: [] });
}

test('who goes back to where a missed range begins is shown what was missed, and is told that it is whole', async () => {
  const generated = generateWorld('back', { states: 3, most: 12, withBody: true });
  const world = await openWorld(generated);
  const rows = sortedRows(openDatabase(readContract(), generated.members), 'Organisation', {}, {});
  const page = async (after: string | null, first: number, silent: readonly string[] = []) => {
    client.visit(world, silent);
    const query = `query ($first: Int, $after: Cursor) { organisations(first: $first, after: $after) {
      edges { node { id } } pageInfo { endCursor }
      coverage { complete missing { member missedRange { from to } } } } }`;
    const { data } = await client.ask({ query, variables: { first, after } });
    return (data as { readonly organisations: ListedPage }).organisations;
  };
  const start = await page(null, 2);
  const silent = rows.at(-1)?.home ?? '';
  const gap = await page(start.pageInfo.endCursor, 3, [silent]);
  const rest = await page(gap.pageInfo.endCursor, 200);
  expect(rest.coverage).toMatchObject({ complete: false, missing: [{ member: silent }] });
  const [missed] = rest.coverage.missing;
  const again = await page(missed?.missedRange.from ?? null, 200);
  expect(again.coverage).toEqual({ complete: true, missing: [] });
  expect(again.edges.map(({ node }) => node.id)).toEqual(rows.slice(2).map(({ id }) => id));
  await world.close();
});

type ListedPage = {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly endCursor: string | null };
  readonly coverage: {
    readonly complete: boolean;
    readonly missing: readonly {
      readonly member: string;
      readonly missedRange: { readonly from: string | null; readonly to: string | null };
    }[];
  };
};
