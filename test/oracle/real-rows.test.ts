import { expect, test } from '@jest/globals';
import { REFUSALS } from '../../schema/index.ts';
import { openClient } from './client.ts';
import { cases } from './config.ts';
import { differenceFrom } from './difference.ts';
import { openOracle } from './one-database/oracle.ts';
import { randomQuestion } from './questions/random-question.ts';
import { openRealWorld, realPools, realPublications } from './real-world.ts';

const COUNT = cases(15, 200);

test('random questions over the real records of all members are answered as one database would', async () => {
  const client = await openClient();
  const world = await openRealWorld();
  client.visit(world);
  const { members } = world.generated;
  const oracle = openOracle(client.schema, { members, published: realPublications() });
  const pools = realPools(world.generated);
  const found: unknown[] = [];
  let refused = 0;
  for (let place = 0; place < COUNT; place += 1) {
    client.broken.length = 0;
    const question = randomQuestion(client.schema, `real ${place}`, { pools });
    const difference = await differenceFrom(oracle, client, question);
    if (client.broken.some((says) => says.includes(REFUSALS.COST_EXCEEDED.says))) refused += 1;
    else if (difference) found.push({ ...question, difference });
  }
  await client.close();
  await world.close();
  expect(found).toEqual([]);
  expect(refused).toBeLessThan(COUNT / 20);
}, 600_000);
