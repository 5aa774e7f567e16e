import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callingWithin, type Send } from '../../gateway/members/index.ts';
import { readContract } from '../../schema/index.ts';
import { openVirtualClock, type VirtualClock } from '../virtual-clock.ts';
import { openWorld, type World } from '../world.ts';
import { chanceOf } from './chance.ts';
import { type Client, type ClientAnswer, openClient } from './client.ts';
import { cases } from './config.ts';
import { type Database, openDatabase } from './one-database/database.ts';
import { coverageFor, sortedRows } from './one-database/scattered.ts';
import { generateWorld } from './rows/generate-world.ts';

// H2: k of 54 members accept and say nothing. By a clock that only the test moves on, so that what ends an answer is its budget alone.

const STATES = 54;
const DEADLINE_MS = 5_000;
const FOLLOWED_MS = 3_000; // a hop that another follows has three fifths of the time that is left
const FIRST = 200;

let client: Client;
let world: World;
let codes: readonly string[];
beforeAll(async () => {
  client = await openClient();
  const generated = generateWorld('subsets', { states: STATES, most: 3, withBody: false });
  world = await openWorld(generated);
  codes = world.members.map(({ code }) => code);
});
afterAll(async () => {
  await client.close();
  await world.close();
});

const LISTS = [
  { field: 'organisations', of: 'Organisation', detail: '', budgetMs: DEADLINE_MS },
  { field: 'sites', of: 'Site', detail: '', budgetMs: DEADLINE_MS },
  { field: 'sites', of: 'Site', detail: 'adm1', budgetMs: FOLLOWED_MS },
] as const;
type List = (typeof LISTS)[number];

/** Each number of silent members once, and random sets of any size. */
const SIZES = Array.from({ length: STATES }, (_, place) => place + 1);
const MORE = Array.from({ length: cases(6, 200) }, (_, place) => `set ${place}`);

test(`with each of 1 to ${STATES} members silent, and ${MORE.length} random sets, coverage is the set, the rows are the others', and the answer comes when the budget ends`, async () => {
  for (const seed of [...SIZES, ...MORE]) {
    const chance = chanceOf(`silent ${seed}`);
    const size = typeof seed === 'number' ? seed : 1 + chance.below(STATES - 1);
    const silent = new Set(chance.shuffled(codes).slice(0, size));
    const list = chance.oneOf(LISTS);
    expect({ seed, ...(await asked(list, silent)) }).toEqual({
      seed,
      ...expectedOf(list, silent),
    });
  }
}, 600_000);

async function asked({ field, detail, budgetMs }: List, silent: ReadonlySet<string>) {
  const clock = openVirtualClock();
  client.visit({ members: world.members, send: mute(world.send, silent) });
  const query = `{ list: ${field}(first: ${FIRST}) {
    edges { node { id ${detail} } } coverage { complete answered missing { member reason } } } }`;
  let answeredAt: number | undefined;
  const answer = client.ask({ query }, callingWithin('public', DEADLINE_MS, clock)).finally(() => {
    answeredAt = clock.nowMs();
  });
  await passUntilLast(clock, budgetMs);
  const early = answeredAt;
  await clock.advance(1);
  return { ...shownIn(await answer), early, answeredAt };
}

/** Everything that those who answer have to say is said; then all but one millisecond of the budget passes. */
async function passUntilLast(clock: VirtualClock, budgetMs: number): Promise<void> {
  await new Promise((soon) => setTimeout(soon, 10));
  await clock.advance(budgetMs - 1);
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

/** These accept and say nothing until nobody listens any more. */
const mute =
  (send: Send, silent: ReadonlySet<string>): Send =>
  (member, request, calling) => {
    if (!silent.has(member.code)) return send(member, request, calling);
    return new Promise((resolve) => {
      const end = () => resolve({ kind: 'silent', reason: 'TIMEOUT', says: '' });
      if (calling.signal.aborted) end();
      else calling.signal.addEventListener('abort', end, { once: true });
    });
  };

type Rows = { readonly edges: readonly { readonly node: { readonly id: string } }[] };
function shownIn({ data, errors }: ClientAnswer) {
  const list = data?.list as (Rows & { readonly coverage: unknown }) | null | undefined;
  return {
    ids: list?.edges.map(({ node }) => node.id) ?? null,
    coverage: list?.coverage ?? null,
    errors: errors?.map(({ extensions }) => extensions?.code),
  };
}

function expectedOf(list: List, silent: ReadonlySet<string>) {
  const reasons = new Map([...silent].map((code) => [code, 'TIMEOUT']));
  const database: Database = openDatabase(readContract(), world.generated.members, reasons);
  const { answered, missing, complete, nobodyAnswered } = coverageFor(database, list.of, {}, {});
  const isWaited = missing.some(({ reason }) => reason === 'TIMEOUT');
  const answeredAt = isWaited ? list.budgetMs : 0;
  const early = isWaited ? undefined : 0;
  if (nobodyAnswered)
    return { ids: null, coverage: null, errors: ['MEMBER_UNAVAILABLE'], early, answeredAt };
  const ids = sortedRows(database, list.of, {}, {})
    .slice(0, FIRST)
    .map(({ id }) => id);
  return { ids, coverage: { complete, answered, missing }, errors: undefined, early, answeredAt };
}
