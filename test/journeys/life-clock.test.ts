import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import {
  type Continent,
  type JsonObject,
  type Members,
  openContinent,
  openMembers,
  temporaryFolder,
} from './continent.ts';
import { openSteered, type SteeredMember, type Steering } from './steered-member.ts';

const OFF = 'CV';
const OTHERS = ['MA', 'ZM'];
const HOUR_MS = 3_600_000;
const QUESTION = `{
  members { list { code asOf } coverage { complete missing { member reason } } }
  sites(first: 200) { edges { node { id updatedAt } } total { count } coverage { complete missing { member reason } } }
  siteCounts(by: [COUNTRY]) { rows { countryCode count } coverage { complete missing { member reason } } }
}`;

const folder = temporaryFolder();
let members: Members;
let steered: SteeredMember;
let steering: Steering = { kind: 'PASSED' };
let continent: Continent;
beforeAll(async () => {
  members = await openMembers(folder, [OFF, ...OTHERS]);
  const [first, ...others] = members.addresses();
  steered = await openSteered(first?.url ?? '', () => steering);
  continent = await openContinent({
    folder,
    members: [{ code: OFF, url: steered.url }, ...others],
  });
});
afterEach(() => {
  steering = { kind: 'PASSED' };
});
afterAll(async () => {
  await continent.close();
  steered.close();
  await members.close();
  rmSync(folder, { recursive: true });
});

const INSTANT = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)"/g;
const shifted = (text: string, ms: number): string =>
  text.replaceAll(
    INSTANT,
    (_, instant: string) => `"${new Date(Date.parse(instant) + ms).toISOString()}"`,
  );
/** HTTP has whole seconds. */
const httpDate = (ms: number): string => new Date(Date.now() + ms).toUTCString();

/** Every instant that it sends is by its own clock, the one in the headers too. */
const clockOffBy = (ms: number): Steering => ({
  kind: 'BENT',
  bend: (body) => shifted(body, ms),
  headers: { date: httpDate(ms) },
});

type Listed = { readonly list: readonly { readonly code: string; readonly asOf: string }[] };
/** What is said of each moment apart, for it is another in each answer. */
async function answer() {
  const { data, errors } = await continent.ask({ query: QUESTION });
  const { members: about, ...rest } = data as Readonly<Record<string, JsonObject>>;
  const list = about?.list as Listed['list'];
  const aheadMs = list.map(({ code, asOf }) => [code, Date.parse(asOf) - Date.now()] as const);
  return { errors, rest, coverage: about?.coverage, aheadMs: new Map(aheadMs) };
}

const isUpTo = (ms: number | undefined, due: number) =>
  ms !== undefined && Math.abs(ms - due) < 60_000;

test.each([
  ['ahead', HOUR_MS],
  ['behind', -HOUR_MS],
])(
  'a member whose clock is an hour %s is whole, its own instants are shown as it gives them, and nobody else has another answer',
  async (_, ms) => {
    const honest = await answer();
    expect(honest).toMatchObject({ errors: undefined, coverage: { complete: true, missing: [] } });
    steering = clockOffBy(ms);
    const { errors, rest, coverage, aheadMs } = await answer();
    expect({ errors, coverage }).toEqual({ errors: undefined, coverage: honest.coverage });
    expect(rest).not.toEqual(honest.rest);
    expect(rest).toEqual(withOwnShifted(honest.rest, ms));
    expect(isUpTo(aheadMs.get(OFF), ms)).toBe(true);
    expect(OTHERS.filter((code) => !isUpTo(aheadMs.get(code), 0))).toEqual([]);
  },
);

type Edge = { readonly node: { readonly id: string } };
const withOwnShifted = (rest: Readonly<Record<string, JsonObject>>, ms: number) => ({
  ...rest,
  sites: {
    ...rest.sites,
    edges: ((rest.sites?.edges ?? []) as unknown as readonly Edge[]).map((edge) =>
      edge.node.id.startsWith(`${OFF}:`) ? JSON.parse(shifted(JSON.stringify(edge), ms)) : edge,
    ),
  },
});

test.each([
  ['ahead', HOUR_MS],
  ['behind', -HOUR_MS],
])(
  'a member whose clock is an hour %s, and that wishes not to be asked until a date of its own, is spared as long as it means',
  async (_, ms) => {
    const spareMs = 2_000;
    const headers = { date: httpDate(ms), 'retry-after': httpDate(ms + spareMs) };
    steering = { kind: 'REFUSED', status: 429, headers };
    const withoutIt = { complete: false, missing: [{ member: OFF, reason: 'UNREACHABLE' }] };
    const began = Date.now();
    expect((await answer()).coverage).toEqual(withoutIt);
    steering = clockOffBy(ms);
    const askedBefore = steered.asked.length;
    expect((await answer()).coverage).toEqual(withoutIt);
    expect(steered.asked).toHaveLength(askedBefore);
    for (; steered.asked.length === askedBefore; await wait(20)) await answer();
    expect(Date.now() - began).toBeGreaterThanOrEqual(spareMs);
    expect(Date.now() - began).toBeLessThan(spareMs * 3);
    expect((await answer()).coverage).toEqual({ complete: true, missing: [] });
  },
);

test('who answers as of another day answers another question: that is left out, and its sites are not', async () => {
  steering = clockOffBy(25 * HOUR_MS);
  const { rest, coverage, aheadMs } = await answer();
  expect({ coverage, listed: [...aheadMs.keys()] }).toEqual({
    coverage: { complete: false, missing: [{ member: OFF, reason: 'PROTOCOL_ERROR' }] },
    listed: OTHERS,
  });
  expect(rest.siteCounts?.coverage).toEqual({ complete: true, missing: [] });
});
