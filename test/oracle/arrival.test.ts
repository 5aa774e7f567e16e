import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer, Send } from '../../gateway/members/index.ts';
import { openWorld, type World } from '../world.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Client, openClient } from './client.ts';
import { differenceFrom } from './difference.ts';
import { openOracle } from './one-database/oracle.ts';
import { generateWorld } from './rows/generate-world.ts';

// H5: sums and counts are the same bytes whatever the order in which members answer.

const PARTS = 'parts { sum precision count min max withheld estimated bounded }';
const QUESTION = {
  query: `query Sums {
    productionTotals { rows { commodityCode stage year level unit basis countryCode ${PARTS} } coverage { complete answered missing { member reason } } }
    estimateTotals { rows { commodityCode reportingCode unfcClass crirsco level unit basis countryCode ${PARTS} } }
    capacityTotals { rows { commodityCode siteType year unit basis countryCode ${PARTS} } }
    siteCounts(by: [TYPE, COMMODITY]) { rows { type commodityCode count } }
    policyCounts(by: [STATUS, JURISDICTION]) { rows { status jurisdictionCode count } }
  }`,
};

let client: Client;
let world: World;
beforeAll(async () => {
  client = await openClient();
  world = await openWorld(generateWorld('arrival', { states: 7, most: 6, withBody: true }));
});
afterAll(async () => {
  await client.close();
  await world.close();
});

test('sums are the same bytes over 1,000 orders of arrival, and are right', async () => {
  const oracle = openOracle(client.schema, { members: world.generated.members });
  client.visit(world);
  expect(await differenceFrom(oracle, client, QUESTION)).toBeUndefined();
  const told = rememberAnswers(world.send);
  const bytes = new Set<string>();
  for (let place = 0; place < 1_000; place += 1) {
    const chance = chanceOf(`arrival ${place}`);
    const members = chance.shuffled(world.members);
    client.visit({ members, send: releasedInOrder(told, members.length, chance) });
    bytes.add(JSON.stringify(await client.ask(QUESTION)));
  }
  expect(bytes.size).toBe(1);
});

/** Each member is asked once and remembered: it is the order of arrival that varies. */
function rememberAnswers(send: Send): Send {
  const answers = new Map<string, Promise<Answer>>();
  return (member, request, calling) => {
    const key = `${member.code} ${request.query}`;
    const answer = answers.get(key) ?? send(member, request, calling);
    answers.set(key, answer);
    return answer;
  };
}

/** Holds all answers back until everybody has been asked, then gives them out in an order of chance. */
function releasedInOrder(send: Send, count: number, chance: Chance): Send {
  const held: (() => void)[] = [];
  return async (member, request, calling) => {
    const answer = await send(member, request, calling);
    await new Promise<void>((resolve) => {
      held.push(resolve);
      if (held.length === count) for (const release of chance.shuffled(held)) release();
    });
    return answer;
  };
}
