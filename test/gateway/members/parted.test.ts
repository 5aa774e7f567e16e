import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { Answer, Calling, Clock, JsonObject } from '../../../gateway/members/index.ts';
import { BY_NAME, padded, sitesOf } from './listed-worlds.ts';
import { type Listing, listingMembers } from './listing-members.ts';

const SITES = 'edges { cursor node { id } } coverage { complete }';
const ORDER = 'orderBy: [{ field: NAME, direction: ASC }]';
const ALONE = `query ($first: Int) { sites(first: $first, ${ORDER}) { ${SITES} } }`;
const CALLING: Calling = { viewer: 'public', signal: new AbortController().signal };

/** Ten members of so many sites each, those of AC before all others. */
const SKEWED: Listing = {
  sites: sitesOf(
    Array.from({ length: 10 }, () => 40),
    (code, n) => (code === 'AC' ? '!' : '') + padded(n),
  ),
  orderBy: BY_NAME,
};
const IN_PARTS = { ...SKEWED, wholePageBytesMax: 0 };

/** What each ask was for: the member where it is asked once more, and the rows. */
async function firstsOf(query: string, variables: JsonObject, bytesMax = 0) {
  const { ask, asked } = listingMembers({ ...SKEWED, wholePageBytesMax: bytesMax });
  await ask(query, variables, CALLING);
  return [
    ...new Set(asked.map(({ code, first, turn }) => (turn > 1 ? `${code} ${first}` : first))),
  ];
}

test('a list of the root is asked for in parts where a page is longer than may be whole', async () => {
  expect(await firstsOf(ALONE, { first: 30 })).toEqual([9, 'AC 21']);
  expect(await firstsOf(ALONE, { first: 30 }, 30 * 156)).toEqual([30]);
  expect(await firstsOf(ALONE, { first: 30 }, 30 * 156 - 1)).toEqual([9, 'AC 21']);
});

test('two lists at once are asked for whole', async () => {
  const both = `{ sites(first: 30, ${ORDER}) { ${SITES} } policies(first: 30) { edges { node { id } } } }`;
  expect(await firstsOf(both, {})).toEqual([30]);
});

test('a list that is skipped does not stand beside another', async () => {
  const both = `query ($no: Boolean!, $first: Int) { sites(first: $first, ${ORDER}) { ${SITES} } policies(first: 30) @include(if: $no) { edges { node { id } } } }`;
  expect(await firstsOf(both, { no: false, first: 30 })).toEqual([9, 'AC 21']);
});

test('a list under an entity is asked for whole', async () => {
  const query = `query ($representations: [_Any!]!, $first: Int) { _entities(representations: $representations) { ... on Commodity { sites(first: $first, ${ORDER}) { ${SITES} } } } }`;
  const representations = [{ __typename: 'Commodity', code: 'gold' }];
  expect(await firstsOf(query, { representations, first: 30 })).toEqual([30]);
});

test('of a page in parts the question says how many rows, and behind which', async () => {
  const { ask, asked } = listingMembers(IN_PARTS);
  await ask(ALONE, { first: 30 }, CALLING);
  const again = asked.at(-1);
  expect(again?.query).toBe(asked[0]?.query);
  const [head] = again?.query.replaceAll(/\s+/g, ' ').split(' zlg_edges') ?? [];
  expect(head).toBe(
    'query ($zlg_after0: Position, $zlg_first0: Int) { sites( orderBy: [{field: NAME, direction: ASC}] first: $zlg_first0 after: $zlg_after0 ) {',
  );
  expect(again).toMatchObject({ code: 'AC', after: '["!000008","AC:site:s0008"]', first: 21 });
});

test('an error in a row stands where the row stands, whichever answer brought it', async () => {
  const failed = (places: readonly number[], page: JsonObject): Answer => ({
    kind: 'answered',
    data: page,
    errors: places.map((place) => ({
      message: '',
      path: ['sites', 'edges', place, 'node', 'name'],
      extensions: { code: 'NOT_ENTITLED' },
    })),
  });
  const { ask } = listingMembers({
    ...IN_PARTS,
    spoils: ({ code, turn }, page) =>
      code === 'AC' ? failed(turn === 1 ? [8] : [0, 20], page) : undefined,
  });
  const { errors = [] } = await ask(ALONE, { first: 30 }, CALLING);
  expect(errors.map(({ path }) => path?.[2])).toEqual([8, 9, 29]);
});

/** A clock that stands until it is told to go on. */
function stoppedClock() {
  let nowMs = 0;
  let timers: readonly { readonly at: number; readonly run: () => void }[] = [];
  const clock: Clock = {
    nowMs: () => nowMs,
    date: () => new Date(0),
    after: (ms, run) => {
      const timer = { at: nowMs + ms, run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  };
  const goOn = (ms: number) => {
    nowMs += ms;
    for (const { run } of timers.filter(({ at }) => at <= nowMs)) run();
  };
  return { clock, goOn, running: () => timers.length };
}

/** A page of which one member is late: who was asked when the first answers' share of the time was over, and what came of it. */
async function pageWithLate(code: string) {
  let comes = () => {};
  const late = new Promise<undefined>((resolve) => {
    comes = () => resolve(undefined);
  });
  const { ask, asked } = listingMembers({
    ...IN_PARTS,
    spoils: (wants) => (wants.code === code && wants.turn === 1 ? late : undefined),
  });
  const { clock, goOn, running } = stoppedClock();
  const asking = ask(ALONE, { first: 30 }, { ...CALLING, clock, endsAt: 1_000 });
  const again = async () => {
    await setImmediate();
    return asked.flatMap((each) => (each.turn > 1 ? [each.code] : []));
  };
  goOn(599);
  const before = await again();
  goOn(1);
  const behind = await again();
  comes();
  return { before, behind, answer: await asking, again: await again(), running: running() };
}

test('who hangs keeps nobody from being asked for more, and is waited for', async () => {
  const whole = await listingMembers(SKEWED).ask(ALONE, { first: 30 }, CALLING);
  const page = await pageWithLate('AA');
  expect(page).toEqual({ before: [], behind: ['AC'], answer: whole, again: ['AC'], running: 0 });
});

test('who answers late is asked for more then', async () => {
  const whole = await listingMembers(SKEWED).ask(ALONE, { first: 30 }, CALLING);
  const page = await pageWithLate('AC');
  expect(page).toMatchObject({ before: [], behind: [], answer: whole, again: ['AC'] });
});
