import { expect, test } from '@jest/globals';
import { cases, FULL } from './config.ts';
import { differenceFrom } from './difference.ts';
import { openOracle } from './one-database/oracle.ts';
import { poolsOf } from './pools.ts';
import { randomQuestion } from './questions/random-question.ts';
import { generateWorld } from './rows/generate-world.ts';
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
    const pools = poolsOf(generated);
    const found: unknown[] = [];
    for (let place = 0; place < CASES / SIZES.length; place += 1) {
      const question = randomQuestion(world.schema, `http ${states} ${place}`, { pools });
      const difference = await differenceFrom(oracle, world, question);
      if (difference) found.push({ ...question, difference });
    }
    await world.close();
    expect(found).toEqual([]);
  },
  600_000,
);
