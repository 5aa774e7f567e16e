import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Chance, chanceOf } from '../oracle/chance.ts';
import { FULL } from '../oracle/config.ts';
import {
  type Continent,
  type JsonObject,
  type Members,
  openContinent,
  openMembers,
  temporaryFolder,
} from './continent.ts';
import { countOf, firstSitesOf } from './dashboard.ts';
import { openSteered, type SteeredMember, type Steering } from './steered-member.ts';

const STATES = ['CD', 'CV', 'MA', 'NA', 'ZM'];
const LIAR = 'ZM';
const MORTAL = STATES.filter((code) => code !== LIAR);
const SECONDS = FULL ? 120 : 10;
const MAP = `{
  sites(first: 100) { edges { node { id countryCode } } coverage { complete answered missing { member reason } } }
  siteCounts(by: [COUNTRY]) { rows { countryCode count } coverage { complete answered missing { member reason } } }
}`;

const folder = temporaryFolder();
const steered: SteeredMember[] = [];
const dead = new Map<string, Steering>();
let isLying = false;
const hasFailed = new Set<string>();
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
  continent = await openContinent({ folder, members: addresses });
});
afterAll(async () => {
  await continent.close();
  for (const each of steered) each.close();
  await members.close();
  rmSync(folder, { recursive: true });
});

const PASSED: Steering = { kind: 'PASSED' };
/** The liar gives its sites, and what it counts, to another state; of itself it speaks the truth. */
const SPOOFED: Steering = {
  kind: 'BENT',
  bend: (body) => body.replaceAll(`"${LIAR}:`, '"CV:').replaceAll(`"${LIAR}"`, '"CV"'),
};

function steeringOf(code: string, question: string): Steering {
  if (code === LIAR && isLying && /sites|siteCounts/i.test(question)) return SPOOFED;
  return dead.get(code) ?? PASSED;
}

test(`a map asked for every second for ${SECONDS} seconds is whole or names exactly who is missing, and shows no row of a liar`, async () => {
  const chance = chanceOf('map');
  for (let second = 0; second < SECONDS; second += 1) {
    const began = Date.now();
    someDie(chance);
    isLying = chance.happens(0.5);
    for (const code of failing()) hasFailed.add(code);
    const { data, errors } = await continent.ask({ query: MAP });
    expect({ second, errors }).toEqual({ second, errors: undefined });
    for (const list of [data?.sites, data?.siteCounts]) expectNamed(list as JsonObject);
    const shown = Object.values((data ?? {}) as Shown).map(({ coverage }) => coverage.answered);
    expect(data).toMatchObject({
      sites: { edges: firstSitesOf(...(shown[0] ?? [])).map((id) => ({ node: { id } })) },
      siteCounts: {
        rows: (shown[1] ?? []).map((code) => ({ countryCode: code, count: countOf(code) })),
      },
    });
    await wait(Math.max(0, 1_000 - (Date.now() - began)));
  }
  await expectWholeAgain();
}, 300_000);

/** One in three dies, another way each time; the rest is back. Somebody always lives, or there would be no map. */
function someDie(chance: Chance): void {
  dead.clear();
  const [survivor] = chance.shuffled(MORTAL);
  for (const code of MORTAL)
    if (code !== survivor && chance.happens(0.35))
      dead.set(code, { kind: 'CUT', atByte: chance.oneOf([0, 1, 40, 400]) });
}

const failing = (): readonly string[] => [...dead.keys(), ...(isLying ? [LIAR] : [])];

type Covered = {
  readonly coverage: {
    readonly complete: boolean;
    readonly answered: readonly string[];
    readonly missing: readonly { readonly member: string; readonly reason: string }[];
  };
};
type Shown = { readonly sites: Covered; readonly siteCounts: Covered };

/** Missing are the dead, the liar, and who has failed so often that it is not asked for a while. */
function expectNamed(list: JsonObject): void {
  const { complete, answered, missing } = (list as unknown as Covered).coverage;
  const resting = missing.filter(
    ({ member, reason }) => reason === 'BREAKER_OPEN' && hasFailed.has(member),
  );
  const named = missing.map(({ member }) => member);
  const due = [...failing(), ...resting.map(({ member }) => member)];
  expect(named).toEqual([...new Set(due)].sort());
  expect(answered).toEqual(STATES.filter((code) => !named.includes(code)));
  expect(complete).toBe(named.length === 0);
  for (const { member, reason } of missing)
    expect([member === LIAR ? 'PROTOCOL_ERROR' : 'UNREACHABLE', 'BREAKER_OPEN']).toContain(reason);
}

/** Once all live and tell the truth, the map is whole; who was rested first has to be tried again. */
async function expectWholeAgain(): Promise<void> {
  dead.clear();
  isLying = false;
  const isComplete = async () => {
    const { data } = await continent.ask({ query: MAP });
    return Object.values(data as Shown).every(({ coverage }) => coverage.complete);
  };
  const late = Date.now() + 60_000;
  while (!(await isComplete())) {
    expect(Date.now()).toBeLessThan(late);
    await wait(500);
  }
}
