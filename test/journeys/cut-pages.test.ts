import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keptCursorKey } from '../../gateway/cursor-key.ts';
import { openSealer } from '../../gateway/members/cursor.ts';
import { FULL } from '../oracle/config.ts';
import {
  type Continent,
  type Members,
  openContinent,
  openMembers,
  temporaryFolder,
  untilBack,
} from './continent.ts';
import { sitesOf } from './dashboard.ts';
import { openSteered, type SteeredMember } from './steered-member.ts';

// H4: a member's answer is cut at byte n of any page of a scroll, over real sockets, and the member is back for the next page or stays away.

const CODES = ['CD', 'CV', 'MA', 'ZM'];
const ROWS = sitesOf(...CODES).map(({ id, home }) => ({ id: String(id), home: String(home) }));
const FIRST = Math.ceil(ROWS.length / 5);
const BYTES = FULL ? [0, 1, 17, 300, 1_000, 2_000] : [0, 1_000];

const folder = temporaryFolder();
let members: Members;
let steered: readonly SteeredMember[] = [];
let continent: Continent;
const cutAt = new Map<string, number>();
beforeAll(async () => {
  members = await openMembers(folder, ['AMSG', ...CODES]);
  const opened = members.addresses().map(async ({ code, url }) => {
    const member = await openSteered(url, (question) => {
      const atByte = question.includes('sites') ? cutAt.get(code) : undefined;
      return atByte === undefined ? { kind: 'PASSED' } : { kind: 'CUT', atByte };
    });
    return { code, member };
  });
  const listed = await Promise.all(opened);
  steered = listed.map(({ member }) => member);
  continent = await openContinent({
    folder,
    members: listed.map(({ code, member }) => ({ code, url: member.url })),
  });
});
afterAll(async () => {
  await continent.close();
  for (const each of steered) each.close();
  await members.close();
  rmSync(folder, { recursive: true });
});

const CASES = CODES.flatMap((code) =>
  [0, 1, 2, 3, 4].flatMap((page) =>
    BYTES.flatMap((atByte) => [true, false].map((returns) => ({ code, page, atByte, returns }))),
  ),
).filter((_, place) => FULL || place % 4 === place % 3);

test(`pages and declared missed ranges are the one list, wherever a page of a member is cut: ${CASES.length} scrolls`, async () => {
  for (const cut of CASES) {
    for (const code of CODES) await untilBack(continent, code);
    const scrolled = await scrollThrough(cut);
    const missed = ROWS.filter(
      ({ home }, place) => home === cut.code && isWithin(place, scrolled.range),
    ).map(({ id }) => id);
    expect({ cut, shown: [...scrolled.ids, ...missed].sort() }).toEqual({
      cut,
      shown: ROWS.map(({ id }) => id).sort(),
    });
    expect({ cut, named: scrolled.named }).toEqual({ cut, named: [cut.code] });
    expect({ cut, order: scrolled.ids }).toEqual({
      cut,
      order: ROWS.filter(({ id }) => scrolled.ids.includes(id)).map(({ id }) => id),
    });
  }
}, 600_000);

type Cut = (typeof CASES)[number];
type Range = { readonly from: string | null; readonly to: string | null };
type Sites = {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly coverage: {
    readonly missing: readonly { readonly member: string; readonly missedRange: Range }[];
  };
};

/** To the end, and what the last page says of the whole. */
async function scrollThrough({ code, page, atByte, returns }: Cut) {
  const ids: string[] = [];
  let last: Sites | undefined;
  for (let turn = 0; turn === 0 || last?.pageInfo.hasNextPage; turn += 1) {
    const isCut = returns ? turn === page : turn >= page;
    if (isCut) cutAt.set(code, atByte);
    last = await pageBehind(last?.pageInfo.endCursor ?? null);
    cutAt.clear();
    ids.push(...last.edges.map(({ node }) => node.id));
  }
  const missing = last?.coverage.missing ?? [];
  return { ids, named: missing.map(({ member }) => member), range: missing[0]?.missedRange };
}

async function pageBehind(after: string | null): Promise<Sites> {
  const query = `query ($first: Int, $after: Cursor) { sites(first: $first, after: $after) {
    edges { node { id } } pageInfo { hasNextPage endCursor }
    coverage { missing { member missedRange { from to } } } } }`;
  const { data, errors } = await continent.ask({ query, variables: { first: FIRST, after } });
  expect(errors).toBeUndefined();
  return data?.sites as unknown as Sites;
}

/** The place of the row at which a sealed cursor stands. */
function placeAt(cursor: string | null): number | null {
  if (cursor === null) return null;
  const key = keptCursorKey(folder);
  if ('fault' in key) throw new Error(key.fault);
  const list = { field: 'sites', parent: '', filter: null, orderBy: [], viewer: 'public' } as const;
  const place = openSealer(Buffer.from(key)).unseal(cursor, list);
  return ROWS.findIndex(({ id }) => id === place?.position.id);
}

function isWithin(place: number, range: Range | undefined): boolean {
  const [from, to] = [placeAt(range?.from ?? null), placeAt(range?.to ?? null)];
  return range !== undefined && (from === null || place > from) && (to === null || place <= to);
}
