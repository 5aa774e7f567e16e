import { expect, test } from '@jest/globals';
import {
  type Answer,
  type AskBudget,
  type Calling,
  type JsonObject,
  openAccount,
  openBudget,
  requestCoverage,
} from '../../../gateway/members/index.ts';
import { comparePositions, type Position, writePosition } from '../../../schema/index.ts';
import { chanceOf } from '../../oracle/chance.ts';
import { cases } from '../../oracle/config.ts';
import { BY_ID, BY_NAME, codesOf, padded, sitesOf, worldOf } from './listed-worlds.ts';
import { type Listing, listingMembers, positionOf, type Wants } from './listing-members.ts';

const SHOWN =
  'edges { cursor node { id } } pageInfo { hasNextPage endCursor } total { count precision } coverage { complete answered missing { member reason missedRange { from to } } }';
const questionOf = ({ orderBy }: Listing) => {
  const order = orderBy.length > 0 ? ', orderBy: [{ field: NAME, direction: ASC }]' : '';
  return `query ($first: Int, $after: Cursor) { sites(first: $first, after: $after${order}) { ${SHOWN} } }`;
};
const SILENT: Answer = { kind: 'silent', reason: 'TIMEOUT', says: 'Nothing came.' };

type Missing = { readonly member: string; readonly reason: string; readonly missedRange: unknown };
type Sites = {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly coverage: { readonly answered: readonly string[]; readonly missing: readonly Missing[] };
};

type More = { readonly after?: string | null; readonly budget?: AskBudget };
/** One page, and all that came of asking for it. */
async function pageOf(listing: Listing, first: number, { after = null, budget }: More = {}) {
  const { ask, asked, told } = listingMembers(listing);
  const account = openAccount();
  const { signal } = new AbortController();
  const hop = account.openHop([]);
  const calling: Calling = { viewer: 'public', signal, hop, ...(budget && { budget }) };
  const answer = await ask(questionOf(listing), { first, after }, calling);
  const { sites } = answer.data as unknown as { readonly sites: Sites };
  return { answer, sites, asked, told, account, moved: account.rows().moved };
}
const inParts = (listing: Listing): Listing => ({ ...listing, wholePageBytesMax: 0 });
const idsIn = ({ edges }: Sites) => edges.map(({ node }) => node.id);

test('a page that is asked for in parts is the page that is asked for whole, and so is the next', async () => {
  for (let number = 0; number < cases(12, 500); number += 1) {
    const { listing, first } = worldOf(number);
    const whole = await pageOf(listing, first);
    const parts = await pageOf(inParts(listing), first);
    expect({ number, ...parts.answer }).toEqual({ number, ...whole.answer });
    const after = whole.sites.pageInfo.endCursor;
    if (after === null) continue;
    const next = await pageOf(inParts(listing), first + 7, { after });
    const wholeNext = await pageOf(listing, first + 7, { after });
    expect({ number, ...next.answer }).toEqual({ number, ...wholeNext.answer });
    expect([...parts.told, ...next.told]).toEqual([]);
  }
});

/** What a member does instead of giving more rows, and why it is missing then. */
const FAILURES: Readonly<Record<string, (page: JsonObject) => Answer | JsonObject>> = {
  TIMEOUT: () => SILENT,
  UNREACHABLE: () => ({ kind: 'silent', reason: 'UNREACHABLE', says: 'Nobody is there.' }),
  PROTOCOL_ERROR: ({ sites }) => ({
    sites: { ...(sites as JsonObject), zlg_page: { hasNextPage: null } },
  }),
};

test('a member that gives no more rows when it is asked for them is missing from its last one on, and costs no other its rows', async () => {
  let failed = 0;
  for (let number = 0; number < cases(12, 500); number += 1) {
    const { listing, first } = worldOf(number);
    const chance = chanceOf(`who fails ${number}`);
    const codes = new Set(chance.someOf(Object.keys(listing.sites), 20));
    const reason = chance.oneOf(Object.keys(FAILURES));
    const spoils = ({ code, turn }: Wants, page: JsonObject) =>
      turn > 1 && codes.has(code) ? FAILURES[reason]?.(page) : undefined;
    const { asked, sites } = await pageOf({ ...inParts(listing), spoils }, first);
    const expected = expectedOf(listing, { asked, codes, first });
    expect({ number, ids: idsIn(sites) }).toEqual({ number, ids: expected.ids });
    expect(sites.pageInfo.hasNextPage).toBe(expected.hasNextPage);
    expect(sites.coverage.answered).toEqual(Object.keys(listing.sites));
    expect(sites.coverage.missing.map((each) => each.member)).toEqual(expected.missing);
    for (const each of sites.coverage.missing) expect(each.reason).toBe(reason);
    failed += expected.missing.length;
  }
  expect(failed).toBeGreaterThan(5);
});

type Failed = {
  readonly asked: readonly Wants[];
  readonly codes: ReadonlySet<string>;
  readonly first: number;
};

/** The page of all rows but those that a failing member was asked for and did not give. */
function expectedOf({ sites, orderBy }: Listing, { asked, codes, first }: Failed) {
  const compare = comparePositions(orderBy);
  const lasts = new Map<string, Position>();
  const rows = Object.entries(sites).flatMap(([code, own]) => {
    const [ask, again] = asked.filter((each) => each.code === code);
    const positions = own.map((each) => positionOf(each, orderBy)).toSorted(compare);
    if (!again || !codes.has(code)) return positions;
    const given = positions.slice(0, ask?.first);
    const last = given.at(-1);
    if (last) lasts.set(code, last);
    return given;
  });
  const sorted = rows.toSorted(compare);
  const hasNextPage = sorted.length > first;
  const end = sorted[first - 1];
  const isBefore = (last: Position) => !hasNextPage || !end || compare(last, end) < 0;
  return {
    ids: sorted.slice(0, first).map(({ id }) => id),
    hasNextPage,
    missing: [...lasts].flatMap(([code, last]) => (isBefore(last) ? [code] : [])),
  };
}

/** Ten members of so many sites each, those of AC before all others. */
const SKEWED: Listing = {
  sites: sitesOf(
    Array.from({ length: 10 }, () => 40),
    (code, n) => (code === 'AC' ? '!' : '') + padded(n),
  ),
  orderBy: BY_NAME,
  wholePageBytesMax: 0,
};
const failing = (code: string, answer: Answer | ((page: JsonObject) => JsonObject)): Listing => ({
  ...SKEWED,
  spoils: (wants, page) => {
    if (wants.code !== code || wants.turn === 1) return undefined;
    return typeof answer === 'function' ? answer(page) : answer;
  },
});

test('a cursor keeps what a member has missed of the page behind its last row', async () => {
  const { sites } = await pageOf(failing('AC', SILENT), 30);
  const range = { from: idAt('AC', 8), to: sites.edges.at(-1)?.node.id };
  const [missing] = sites.coverage.missing;
  expect(sites.edges.slice(0, 10).map(({ node }) => node.id.slice(0, 2))).toEqual([
    ...Array.from({ length: 9 }, () => 'AC'),
    'AA',
  ]);
  expect(missing).toEqual({ member: 'AC', reason: 'TIMEOUT', missedRange: expect.anything() });
  expect(rangeIn(missing?.missedRange)).toEqual(range);
  const { endCursor } = sites.pageInfo;
  const next = await pageOf(SKEWED, 30, { after: endCursor });
  expect(next.sites.coverage.missing).toEqual([
    { member: 'AC', reason: 'TIMEOUT', missedRange: expect.anything() },
  ]);
  expect(rangeIn(next.sites.coverage.missing[0]?.missedRange)).toEqual(range);
});
const idAt = (code: string, n: number) => `${code}:site:s${String(n).padStart(4, '0')}`;
const rangeIn = (range: unknown) => {
  const { from, to } = range as Readonly<Record<'from' | 'to', string>>;
  return { from: JSON.parse(from).position.id, to: JSON.parse(to).position.id };
};

test('the request knows of a member that gave a part of a page that it has not answered', async () => {
  const { account } = await pageOf(failing('AC', SILENT), 30);
  const { answered, missing, hops } = requestCoverage(account.hops(), () => null);
  expect(answered).not.toContain('AC');
  expect(missing).toEqual([{ member: 'AC', reason: 'TIMEOUT', part: null, since: null }]);
  expect(hops.map((each) => each.asked)).toEqual([codesOf(10)]);
});

const listIn = (page: JsonObject, change: (list: JsonObject) => JsonObject): JsonObject => ({
  sites: change(page.sites as JsonObject),
});
const LIES: readonly (readonly [string, (page: JsonObject) => JsonObject, string])[] = [
  [
    'more rows than it was asked for',
    (page) =>
      listIn(page, (list) => ({
        ...list,
        zlg_edges: [...(list.zlg_edges as []), ...(list.zlg_edges as [])],
      })),
    'AC gave 42 rows where 21 were asked.',
  ],
  [
    'the rows that it gave before',
    (page) =>
      listIn(page, (list) => ({
        ...list,
        zlg_edges: [
          {
            cursor: writePosition({ keys: ['!000001'], id: idAt('AC', 1) }),
            node: { id: idAt('AC', 1) },
          },
        ],
      })),
    'AC gave AC:site:s0001 behind AC:site:s0008, which it does not follow in this order.',
  ],
];

test.each(LIES)(
  'a member that gives %s when it is asked for more is cut off there',
  async (_, lie, says) => {
    const { sites, told } = await pageOf(failing('AC', lie), 30);
    expect(told).toEqual([says]);
    expect(idsIn(sites).filter((id) => id.startsWith('AC:'))).toHaveLength(9);
    expect(sites.coverage.missing).toEqual([
      { member: 'AC', reason: 'PROTOCOL_ERROR', missedRange: expect.anything() },
    ]);
  },
);

test('asking for more rows takes nothing from what the request may ask', async () => {
  const budget = openBudget(10);
  const { asked } = await pageOf(SKEWED, 30, { budget });
  const counted = asked.map(({ turn, calling }) => [turn, calling.budget !== undefined]);
  expect(counted).toEqual([...Array.from({ length: 10 }, () => [1, true]), [2, false]]);
});

/** 54 members, as rows may really lie: evenly, most of them in few members, one member after another. */
const even = (each: number) => Array.from({ length: 54 }, () => each);
const unlike = Array.from({ length: 54 }, (_, n) => Math.ceil(400 / 20 ** (n / 53)));
const SPREADS = {
  'evenly spread rows': [even(100), BY_NAME, 4, 1],
  'rows of members that have from 400 down to 20': [unlike, BY_NAME, 4, 1],
  'by id, members of fifty rows': [even(50), BY_ID, 4, 1],
  'by id, members of six hundred rows': [even(600), BY_ID, 4, 0],
} as const;

test.each(Object.entries(SPREADS))(
  'of %s at most four are moved for each that is returned, with one refill in the median',
  async (_, [counts, orderBy, movedMax, refillsMax]) => {
    for (const first of [50, 100, 200, 500]) {
      const found: { readonly moved: number; readonly turns: number }[] = [];
      for (let number = 0; number < cases(3, 50); number += 1) {
        const chance = chanceOf(`${first} rows, case ${number}`);
        const sites = sitesOf(counts, () => padded(chance.below(1_000_000)));
        const listing = { sites, orderBy, wholePageBytesMax: 0 };
        const { asked, moved } = await pageOf(listing, first);
        const turns = Math.max(...asked.map(({ turn }) => turn)) - 1;
        found.push({ moved: moved / first, turns });
      }
      expect(medianOf(found.map(({ moved }) => moved))).toBeLessThanOrEqual(movedMax);
      expect(medianOf(found.map(({ turns }) => turns))).toBeLessThanOrEqual(refillsMax);
    }
  },
);
const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
