import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openWorld } from '../world.ts';
import { type Client, openClient } from './client.ts';
import { cases } from './config.ts';
import { differenceFrom, type IsExpected } from './difference.ts';
import { type Oracle, openOracle } from './one-database/oracle.ts';
import { poolsOf } from './pools.ts';
import { randomQuestion } from './questions/random-question.ts';
import { generateWorld } from './rows/generate-world.ts';
import { type ListPage, pageQuestion, randomScroll, type Scroll } from './scroll.ts';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.close());

/** Worlds of few and of many members; in the last every third field or fragment has a condition. */
const WORLDS = [
  { states: 2, most: 12, count: cases(80, 500), conditions: 0.06 },
  { states: 5, most: 9, count: cases(140, 1_000), conditions: 0.06 },
  { states: 20, most: 4, count: cases(20, 200), conditions: 0.06 },
  { states: 4, most: 8, count: cases(60, 300), conditions: 0.3 },
];

test.each(WORLDS)(
  'random questions over $states states and a body are answered as one database would: $count',
  async ({ states, most, count, conditions }) => {
    const world = await openWorld(
      generateWorld(`random ${states}`, { states, most, withBody: true }),
    );
    client.visit(world);
    const oracle = openOracle(client.schema, { members: world.generated.members });
    const pools = poolsOf(world.generated);
    const found: unknown[] = [];
    for (let place = 0; place < count; place += 1) {
      const question = randomQuestion(client.schema, `${states} ${place}`, { pools, conditions });
      const difference = await differenceFrom(oracle, client, question);
      if (difference) found.push({ ...question, difference });
    }
    expect(found).toEqual([]);
    expect(client.broken).toEqual([]);
    await world.close();
  },
  600_000,
);

test('with one member silent the rest is answered as one database without it would', async () => {
  const generated = generateWorld('silence', { states: 4, most: 8, withBody: true });
  const world = await openWorld(generated);
  const pools = poolsOf(generated);
  const oracles = new Map<string, Oracle>();
  const found: unknown[] = [];
  for (let place = 0; place < 150; place += 1) {
    const silent = [generated.members[place % generated.members.length]?.code ?? ''];
    client.visit(world, silent);
    const oracle =
      oracles.get(silent[0] ?? '') ??
      openOracle(client.schema, { members: generated.members, silent });
    oracles.set(silent[0] ?? '', oracle);
    const question = randomQuestion(client.schema, `silence ${place}`, { pools });
    const difference = await differenceFrom(oracle, client, question, isOf(silent));
    if (difference) found.push({ silent, ...question, difference });
  }
  expect(found).toEqual([]);
  await world.close();
}, 600_000);

test('a scroll past a silent member shows the rest, and says which range it has missed', async () => {
  const generated = generateWorld('silent scroll', { states: 4, most: 14, withBody: true });
  const world = await openWorld(generated);
  const silent = ['CD'];
  client.visit(world, silent);
  const oracle = openOracle(client.schema, { members: generated.members, silent });
  const found: unknown[] = [];
  for (let place = 0; place < cases(12, 300); place += 1) {
    const scroll = randomScroll(client.schema, `silent ${place}`, poolsOf(generated));
    const differences = await differencesIn({ ...scroll, parent: {} }, oracle, isOf(silent));
    if (differences.length > 0) found.push({ scroll, differences });
  }
  expect(found).toEqual([]);
  await world.close();
}, 600_000);

/** Of each of the first pages, whole: rows, total, and what coverage says. */
async function differencesIn(scroll: Scroll, oracle: Oracle, isExpected: IsExpected) {
  const differences: string[] = [];
  let after: { readonly cursor: string; readonly id: string } | null = null;
  for (let page = 0; page < 4; page += 1) {
    const { query, variables } = pageQuestion(scroll, { first: 5, after: null });
    const whole = query.replace('coverage { complete }', WHOLE_COVERAGE);
    const question = { query: whole, variables: { ...variables, after } };
    differences.push(
      ...[await differenceFrom(oracle, client, question, isExpected)].flatMap((each) => each ?? []),
    );
    const { data } = await client.ask({
      query,
      variables: { ...variables, after: after?.cursor ?? null },
    });
    const edge: ListPage['edges'][number] | undefined = (
      data as { list?: ListPage | null } | null
    )?.list?.edges.at(-1);
    if (!edge) return differences;
    after = { cursor: edge.cursor, id: edge.node.id };
  }
  return differences;
}
const WHOLE_COVERAGE =
  'coverage { complete answered missing { member reason part missedRange { from to } } stale { member } }';

/** The gateway names who is silent; the oracle's own words are for us. */
const isOf =
  (silent: readonly string[]) =>
  ({ message }: { readonly message: string }): boolean =>
    [...silent.map((code) => `${code} did not answer.`), 'No member answered.'].includes(message);
