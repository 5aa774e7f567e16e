import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readContract } from '../../schema/index.ts';
import { openWorld, type World } from '../world.ts';
import { chanceOf } from './chance.ts';
import { type Client, openClient } from './client.ts';
import { collectGarbage } from './collect-garbage.ts';
import { cases, FULL } from './config.ts';
import { type Database, openDatabase } from './one-database/database.ts';
import { sortedRows } from './one-database/scattered.ts';
import { poolsOf } from './pools.ts';
import { generateWorld } from './rows/generate-world.ts';
import { randomScroll } from './scroll.ts';
import { scrollThrough, stepsThrough } from './scroll-through.ts';

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
    await collectGarbage();
    expect(client.broken).toEqual([]);
  },
  FULL ? 600_000 : 60_000,
);

async function expectWhole({ generated }: World, database: Database, seed: string): Promise<void> {
  const { parent: under, ...scroll } = randomScroll(client.schema, seed, poolsOf(generated));
  const hasVocabulary = generated.members.some(({ code }) => code === 'AMSG');
  const parent = hasVocabulary ? under : {};
  const expected = sortedRows(database, scroll.of, parent, scroll).map(({ id }) => id);
  const scrolling = {
    ask: client.ask,
    scroll: { ...scroll, parent },
    count: expected.length,
  };
  const steps = await scrollThrough(scrolling, chanceOf(`pages ${seed}`));
  expect({ seed, steps: steps.map(({ shown }) => shown) }).toEqual({
    seed,
    steps: stepsThrough(expected, steps),
  });
}
