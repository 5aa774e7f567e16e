import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readContract } from '../../schema/index.ts';
import { openWorld, type World } from '../world.ts';
import { chanceOf } from './chance.ts';
import { type Client, openClient } from './client.ts';
import { cases } from './config.ts';
import { LIES, lying } from './liars.ts';
import { type Database, openDatabase } from './one-database/database.ts';
import { coverageFor, sortedRows } from './one-database/scattered.ts';
import { poolsOf } from './pools.ts';
import { generateWorld } from './rows/generate-world.ts';
import { pageQuestion, randomScroll, type Scroll } from './scroll.ts';

// H3: a wrongly sorted, wrongly collated or spoofing member is detected, none of its rows is shown, and coverage names it PROTOCOL_ERROR.

let client: Client;
let world: World;
let database: Database;
beforeAll(async () => {
  client = await openClient();
  const generated = generateWorld('liars', { states: 5, most: 14, withBody: true });
  world = await openWorld(generated);
  database = openDatabase(readContract(), generated.members);
});
afterAll(async () => {
  await client.close();
  await world.close();
});
beforeEach(() => {
  client.broken.length = 0;
});

const ENOUGH = cases(8, 400);

test.each(Object.keys(LIES))(
  'a member that %s is found out, and nothing of it is shown',
  async (name) => {
    let told = 0;
    for (let place = 0; told < ENOUGH && place < ENOUGH * 60; place += 1) {
      const seed = `${name} ${place}`;
      const chance = chanceOf(`liar ${seed}`);
      const scroll = { ...randomScroll(client.schema, seed, poolsOf(world.generated)), parent: {} };
      const first = 2 + chance.below(30);
      const liar = chance.oneOf(world.members).code;
      const after = chance.happens(0.4) ? await cursorOf(scroll) : null;
      const lie = lying(world.send, liar, (page) => LIES[name]?.(page, chance) ?? null);
      client.visit({ members: world.members, send: lie.send });
      const { query, variables } = pageQuestion(scroll, { first, after: after?.cursor ?? null });
      const answer = await client.ask({ query: withMissing(query), variables });
      if (lie.told() === 0) continue;
      told += 1;
      expect({ seed, scroll, ...shownIn(answer.data) }).toEqual({
        seed,
        scroll,
        ...expectedWithout(liar, scroll, { first, behind: after?.id }),
      });
      expect(client.broken.filter((says) => says.startsWith(`${liar} `))).not.toEqual([]);
    }
    expect(told).toBe(ENOUGH);
  },
  600_000,
);

const withMissing = (query: string) =>
  query.replace(
    'coverage { complete }',
    'coverage { complete answered missing { member reason } }',
  );

/** A place in an honest list, to go on behind it. */
async function cursorOf(scroll: Scroll) {
  client.visit(world);
  const answer = await client.ask(pageQuestion(scroll, { first: 5, after: null }));
  const last = listIn(answer.data)?.edges.at(-1);
  return last && { cursor: last.cursor, id: last.node.id };
}

type List = {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly total: unknown;
  readonly coverage: unknown;
};
const listIn = (data: unknown) => (data as { readonly list?: List | null } | null)?.list;

function shownIn(data: unknown) {
  const list = listIn(data);
  return {
    ids: list?.edges.map(({ node }) => node.id),
    total: list?.total,
    coverage: list?.coverage,
  };
}

type PageAsk = { readonly first: number; readonly behind: string | undefined };
/** The honest rows of the page, all totals lower bounds; nothing at all where the liar alone was asked. */
function expectedWithout(liar: string, scroll: Scroll, { first, behind }: PageAsk) {
  const all = sortedRows(database, scroll.of, {}, scroll);
  const rest = all.slice(behind ? all.findIndex(({ id }) => id === behind) + 1 : 0);
  const asked = coverageFor(database, scroll.of, {}, scroll);
  const answered = asked.answered.filter((code) => code !== liar);
  if (answered.length === 0) return { ids: undefined, total: undefined, coverage: undefined };
  const missing = [...asked.missing, { member: liar, reason: 'PROTOCOL_ERROR' }];
  return {
    ids: rest
      .filter(({ home }) => home !== liar)
      .slice(0, first)
      .map(({ id }) => id),
    total: { count: all.filter(({ home }) => home !== liar).length, precision: 'AT_LEAST' },
    coverage: {
      complete: false,
      answered,
      missing: missing.toSorted((a, b) => (a.member < b.member ? -1 : 1)),
    },
  };
}
