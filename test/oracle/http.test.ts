import { expect, test } from '@jest/globals';
import { readContract } from '../../schema/index.ts';
import { chanceOf } from './chance.ts';
import { cases, FULL } from './config.ts';
import { differenceFrom } from './difference.ts';
import { openDatabase } from './one-database/database.ts';
import { openOracle } from './one-database/oracle.ts';
import { sortedRows } from './one-database/scattered.ts';
import { poolsOf } from './pools.ts';
import { randomQuestion } from './questions/random-question.ts';
import { generateWorld } from './rows/generate-world.ts';
import { randomScroll } from './scroll.ts';
import { scrollThrough, stepsThrough } from './scroll-through.ts';
import { openWorldOverHttp } from './world-over-http.ts';

const SIZES = FULL
  ? [
      { states: 3, most: 12 },
      { states: 12, most: 6 },
      { states: 54, most: 3 },
    ]
  : [{ states: 6, most: 8 }];
const CASES = cases(40, 200);

test.each(SIZES)(
  'members on their own ports and databases answer as one database would: $states states',
  async ({ states, most }) => {
    const generated = generateWorld(`http ${states}`, { states, most, withBody: true });
    const world = await openWorldOverHttp(generated);
    const oracle = openOracle(world.schema, { members: generated.members });
    const database = openDatabase(readContract(), generated.members);
    const pools = poolsOf(generated);
    const found: unknown[] = [];
    for (let place = 0; place < CASES / SIZES.length; place += 2) {
      const question = randomQuestion(world.schema, `http ${states} ${place}`, { pools });
      const difference = await differenceFrom(oracle, world, question);
      if (difference) found.push({ ...question, difference });
      const scroll = randomScroll(world.schema, `http ${states} ${place}`, pools);
      const ids = sortedRows(database, scroll.of, scroll.parent, scroll).map(({ id }) => id);
      const scrolling = { ask: world.ask, scroll, count: ids.length };
      const steps = await scrollThrough(scrolling, chanceOf(`http pages ${place}`));
      expect(steps.map((step) => step.shown)).toEqual(stepsThrough(ids, steps));
    }
    await world.close();
    expect(found).toEqual([]);
  },
  600_000,
);
