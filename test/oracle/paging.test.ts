import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readContract } from '../../schema/index.ts';
import { openWorld, type World } from '../world.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Client, openClient } from './client.ts';
import { cases, FULL } from './config.ts';
import { type Database, openDatabase } from './one-database/database.ts';
import { sortedRows } from './one-database/scattered.ts';
import { poolsOf } from './pools.ts';
import { generateWorld } from './rows/generate-world.ts';
import { type ListPage, type PageOf, pageQuestion, randomScroll, type Scroll } from './scroll.ts';

/** How many states, with the body or without; worlds of few members have many records each. */
const SIZES = FULL ? Array.from({ length: 54 }, (_, place) => place + 1) : [1, 2, 3, 5, 9, 20, 54];
const CASES = cases(300, 10_000);

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());

test.each(SIZES)(
  'all pages together are the one list, over %i states',
  async (states) => {
    const withBody = states % 4 !== 2;
    const most = Math.max(6, Math.ceil(60 / states));
    const generated = generateWorld(`paging ${states}`, { states, most, withBody });
    const world = await openWorld(generated);
    client.visit(world);
    const database = openDatabase(readContract(), generated.members);
    for (let place = 0; place < CASES / SIZES.length; place += 1)
      await expectWhole(world, database, `paging ${states} ${place}`);
    await world.close();
    expect(client.broken).toEqual([]);
  },
  FULL ? 600_000 : 60_000,
);

async function expectWhole({ generated }: World, database: Database, seed: string): Promise<void> {
  const { parent: under, ...scroll } = randomScroll(client.schema, seed, poolsOf(generated));
  const hasVocabulary = generated.members.some(({ code }) => code === 'AMSG');
  const parent = hasVocabulary ? under : {};
  const expected = sortedRows(database, scroll.of, parent, scroll).map(({ id }) => id);
  const steps = await scrollThrough(
    { ...scroll, parent },
    chanceOf(`pages ${seed}`),
    expected.length,
  );
  expect({ seed, steps: steps.map(({ shown }) => shown) }).toEqual({
    seed,
    steps: stepsThrough(expected, steps),
  });
}

/** What a step through a list shows, and where it goes on. */
type Step = {
  readonly first: number;
  readonly kept: number;
  readonly next: string | null;
  readonly shown: Shown;
};
type Shown = {
  readonly ids: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasEnd: boolean;
  readonly count: number;
  readonly saysWhetherAll: boolean;
};

/** What each step must show: the rows behind those kept before, as many as asked. */
function stepsThrough(expected: readonly string[], steps: readonly Step[]): readonly Shown[] {
  let start = 0;
  return steps.map(({ first, kept }) => {
    const ids = expected.slice(start, start + first);
    const hasNextPage = expected.length > start + ids.length;
    start += kept;
    return {
      ids,
      hasNextPage,
      hasEnd: ids.length > 0,
      count: expected.length,
      saysWhetherAll: true,
    };
  });
}

/** Page after page to the end, their size now and then another, from the end of a page or from a row within it. */
async function scrollThrough(
  scroll: Scroll,
  chance: Chance,
  count: number,
): Promise<readonly Step[]> {
  const steady = chance.happens(0.6) ? pageSize(chance, count) : undefined;
  const steps: Step[] = [];
  let after: string | null = null;
  do {
    const first: number = steady ?? pageSize(chance, count);
    const step: Step = await takeStep({ scroll, first, after }, chance.happens(0.1));
    steps.push(step);
    after = step.next;
  } while (after !== null && steps.length < count + 20);
  return steps;
}

/** From 1 to 200, but so that a list has some twelve pages at most. */
function pageSize(chance: Chance, count: number): number {
  if (chance.happens(0.4)) return 1 + chance.below(200);
  const part = Math.ceil(count / (1 + chance.below(4)));
  return Math.max(Math.ceil(count / 12), 1 + chance.below(Math.max(1, part)));
}

type Ask = { readonly scroll: Scroll; readonly first: number; readonly after: string | null };
async function takeStep({ scroll, first, after }: Ask, stopsWithin: boolean): Promise<Step> {
  const { edges, pageInfo, total, coverage } = await readPage(scroll, { first, after });
  const isWithin = stopsWithin && edges.length > 1;
  const end = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return {
    first,
    kept: isWithin ? edges.length - 1 : edges.length,
    next: isWithin ? (edges.at(-2)?.cursor ?? null) : end,
    shown: {
      ids: edges.map(({ node }) => node.id),
      hasNextPage: pageInfo.hasNextPage,
      hasEnd: pageInfo.endCursor !== null,
      count: total.count,
      saysWhetherAll: (total.precision === 'EXACT') === coverage.complete,
    },
  };
}

async function readPage(scroll: Scroll, page: PageOf): Promise<ListPage> {
  const answer = await client.ask(pageQuestion(scroll, page));
  const data = answer.data as { list?: ListPage; parents?: readonly { list: ListPage }[] } | null;
  const list = data?.list ?? data?.parents?.[0]?.list;
  if (answer.errors || !list)
    throw new Error(`${JSON.stringify(scroll)}: ${JSON.stringify(answer)}`);
  return list;
}
