import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Chance, chanceOf } from '../oracle/chance.ts';
import { FULL } from '../oracle/config.ts';
import {
  type Continent,
  type Members,
  openContinent,
  openMembers,
  type Told,
  temporaryFolder,
} from './continent.ts';
import { countOf, sitesOf } from './dashboard.ts';
import { openSteered, type SteeredMember, type Steering } from './steered-member.ts';

const STATES = ['CD', 'CV', 'MA', 'NA', 'ZM'];
const LIAR = 'ZM';
const MORTAL = STATES.filter((code) => code !== LIAR);
const SECONDS = FULL ? 120 : 10;
/** Long enough that nobody honest is late on a busy machine; so the map is asked for again while the last one still waits. */
const DEADLINE_MS = 3_000;
const LATE_MS = DEADLINE_MS * 3;
/**
 * Each second's map is of a size that none has within a minute of it: by that a question is known, however late it reaches a member. All are small
 * enough that members are asked for the whole page, and so for that size.
 */
const sizeAt = (second: number): number => 20 + (second % 60);
const mapAt = (second: number): string => `{
  sites(first: ${sizeAt(second)}) { edges { node { id countryCode } } coverage { complete answered missing { member reason } } }
  siteCounts(by: [COUNTRY]) { rows { countryCode count } coverage { complete answered missing { member reason } } }
}`;

/** How those fail that do, in one second, and the reason that is due for it; kept by the size of its map. */
type Fates = ReadonlyMap<string, Fate>;
type Fate = { readonly steering: Steering; readonly reason: string };

const folder = temporaryFolder();
const steered: SteeredMember[] = [];
const fates = new Map<number, Fates>();
let latest: Fates = new Map();
let members: Members;
let continent: Continent;
beforeAll(async () => {
  members = await openMembers(folder, ['AMSG', ...STATES]);
  const addresses = await Promise.all(
    members.addresses().map(async ({ code, url }) => {
      const member = await openSteered(url, (question) => steeringOf(code, question));
      steered.push(member);
      return { code, url: member.url };
    }),
  );
  continent = await openContinent({ folder, members: addresses, deadlineMs: DEADLINE_MS });
});
afterAll(async () => {
  await continent.close();
  for (const each of steered) each.close();
  await members.close();
  rmSync(folder, { recursive: true });
});

/** The liar gives what is its own to another state, or only its country; of itself it speaks the truth. */
const LIES = [
  (body: string) => body.replaceAll(`"${LIAR}:`, '"CV:').replaceAll(`"${LIAR}"`, '"CV"'),
  (body: string) => body.replaceAll(`"${LIAR}"`, '"CV"'),
] as const;

function steeringOf(code: string, question: string): Steering {
  const size = sizeIn(question);
  // What a member is asked about itself is of no second; there even the liar speaks the truth.
  const isAboutItself = size === undefined;
  if (isAboutItself && code === LIAR) return { kind: 'PASSED' };
  const fate = (isAboutItself ? latest : fates.get(size))?.get(code);
  return fate?.steering ?? { kind: 'PASSED' };
}

function sizeIn(question: string): number | undefined {
  const size = /\bfirst\b\W+(\d+)/.exec(question)?.[1];
  return size === undefined ? undefined : Number(size);
}

test(`a map asked for every second for ${SECONDS} seconds is whole or names exactly who is missing, and shows no row of a liar`, async () => {
  const chance = chanceOf('map');
  const maps: Promise<Given>[] = [];
  const hasFailed = new Set<string>();
  for (let second = 0; second < SECONDS; second += 1) {
    const failing = fatesOf(chance);
    setFates(second, failing);
    for (const code of failing.keys()) hasFailed.add(code);
    maps.push(askFor({ second, failing, mayRest: new Set(hasFailed) }));
    await wait(1_000);
  }
  const shown = await Promise.all(maps);
  tell(shown);
  for (const each of shown) expectTrue(each);
  await expectWholeAgain();
}, 300_000);

function setFates(second: number, failing: Fates): void {
  fates.set(sizeAt(second), failing);
  latest = failing;
}

/** Of the mortal some die and some hang, as many of each; the rest is back. Somebody always lives, or there would be no map. */
function fatesOf(chance: Chance): Fates {
  const [, ...others] = chance.shuffled(MORTAL);
  const failing = others.filter(() => chance.happens(0.3));
  const fated = failing.map((code): readonly [string, Fate] => [
    code,
    chance.happens(0.5) ? dies(chance) : HANGS,
  ]);
  return new Map(chance.happens(0.4) ? [...fated, [LIAR, lies(chance)]] : fated);
}

const HANGS: Fate = { steering: { kind: 'PASSED', afterMs: LATE_MS }, reason: 'TIMEOUT' };
const dies = (chance: Chance): Fate => ({
  steering: { kind: 'CUT', atByte: chance.oneOf([0, 1, 40, 400]) },
  reason: 'UNREACHABLE',
});
const lies = (chance: Chance): Fate => ({
  steering: { kind: 'BENT', bend: chance.oneOf(LIES) },
  reason: 'PROTOCOL_ERROR',
});

type Missing = { readonly member: string; readonly reason: string };
type Covered = {
  readonly coverage: {
    readonly complete: boolean;
    readonly answered: readonly string[];
    readonly missing: readonly Missing[];
  };
};
type Shown = { readonly sites: Covered; readonly siteCounts: Covered };

type Asked = {
  readonly second: number;
  readonly failing: Fates;
  /** Who has failed by now, and so may be spared for a while. */
  readonly mayRest: ReadonlySet<string>;
};
type Given = Asked & { readonly tookMs: number; readonly told: Told };

async function askFor(asked: Asked): Promise<Given> {
  const began = Date.now();
  const told = await continent.ask({ query: mapAt(asked.second) });
  return { ...asked, tookMs: Date.now() - began, told };
}

function expectTrue({ second, tookMs, told: { data, errors }, ...asked }: Given): void {
  expect({ second, errors }).toEqual({ second, errors: undefined });
  const { sites, siteCounts } = data as Shown;
  for (const list of [sites, siteCounts]) expectNamed(list, asked);
  const first = sitesOf(...sites.coverage.answered).slice(0, sizeAt(second));
  expect({ second, ...data }).toMatchObject({
    second,
    sites: { edges: first.map(({ id, home }) => ({ node: { id, countryCode: home } })) },
    siteCounts: {
      rows: siteCounts.coverage.answered.map((code) => ({
        countryCode: code,
        count: countOf(code),
      })),
    },
  });
  expect(tookMs).toBeLessThan(LATE_MS); // nobody waited for who hangs
}

/** Missing are who fails now, each for its reason, and who has failed so often that it is not asked for a while. */
function expectNamed(
  { coverage: { complete, answered, missing } }: Covered,
  { failing, mayRest }: Pick<Asked, 'failing' | 'mayRest'>,
): void {
  const isResting = ({ member, reason }: Missing) =>
    reason === 'BREAKER_OPEN' && mayRest.has(member);
  const resting = missing.filter(isResting).map(({ member }) => member);
  const named = missing.map(({ member }) => member);
  expect(named).toEqual([...new Set([...failing.keys(), ...resting])].sort());
  expect(answered).toEqual(STATES.filter((code) => !named.includes(code)));
  expect(complete).toBe(named.length === 0);
  for (const { member, reason } of missing)
    expect([failing.get(member)?.reason, 'BREAKER_OPEN']).toContain(reason);
}

function tell(maps: readonly Given[]): void {
  const reasons: Record<string, number> = {};
  const missing = maps.map(({ told }) => (told.data as Shown | null)?.sites.coverage.missing ?? []);
  for (const { reason } of missing.flat()) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const whole = missing.filter((each) => each.length === 0).length;
  const slowestMs = Math.max(...maps.map(({ tookMs }) => tookMs));
  console.log(`Map: ${JSON.stringify({ maps: maps.length, whole, missing: reasons, slowestMs })}`);
}

/** Once all live and tell the truth, the map is whole; who was rested first has to be tried again. */
async function expectWholeAgain(): Promise<void> {
  setFates(SECONDS, new Map());
  const isComplete = async () => {
    const { data } = await continent.ask({ query: mapAt(SECONDS) });
    return Object.values(data as Shown).every(({ coverage }) => coverage.complete);
  };
  const late = Date.now() + 60_000;
  while (!(await isComplete())) {
    expect(Date.now()).toBeLessThan(late);
    await wait(500);
  }
}
