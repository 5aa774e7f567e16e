import { openSealer } from '../../../gateway/members/cursor.ts';
import type { MissingReason } from '../../../gateway/members/index.ts';
import type { World } from '../../world.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { type Client, type ClientAnswer, CURSOR_KEY } from '../client.ts';
import { type ListPage, pageQuestion, type Scroll } from '../scroll.ts';
import { type Declared, declaredAfter, NO_PAST, type Past, type Turn, upTo } from './declared.ts';
import { anyFate, type Fates, nextFates, underFates, type Visited } from './fates.ts';

/** A scroll to be played, and what one database says of it. */
export type Playing = {
  readonly client: Client;
  readonly world: World;
  readonly scroll: Scroll;
  readonly seed: string;
  /** All rows of the list in order, each with the member that holds it. */
  readonly rows: readonly { readonly id: string; readonly home: string }[];
  /** Members that could hold a row of it. */
  readonly able: readonly string[];
  readonly notOffering: readonly string[];
};

/** A page as the gateway showed it and as it should be. */
type Shown = {
  readonly ids: readonly string[] | null;
  readonly hasNextPage: boolean | null;
  readonly coverage: unknown;
};
export type Page = {
  readonly shown: Shown;
  readonly expected: Shown;
  readonly kept: readonly number[];
  readonly declared: Past['missed'];
  readonly asked: readonly string[];
};

const PAGES_MAX = 60;

/** Page after page to the end while members die, lie, come, go and return between the pages. */
export async function playHistory(playing: Playing): Promise<readonly Page[]> {
  const chance = chanceOf(`history ${playing.seed}`);
  const isRoot = playing.scroll.parent.type === undefined;
  const mortal = playing.world.members.filter(({ code }) => isRoot || code !== 'AMSG');
  const spinning = { chance, isRoot };
  let fates: Fates = new Map(
    mortal.map(({ code }) => [code, chance.happens(0.6) ? { kind: 'ANSWERS' } : anyFate(spinning)]),
  );
  const pages: Page[] = [];
  let at: At | null = { after: null, place: undefined, past: NO_PAST };
  while (at !== null && pages.length < PAGES_MAX) {
    const step: Step = await takeStep(playing, at, { fates, chance, turn: pages.length });
    pages.push(step.page);
    at = step.next;
    fates = nextFates(fates, spinning);
  }
  return pages;
}

/** Where a scroll stands. */
type At = {
  readonly after: string | null;
  readonly place: number | undefined;
  readonly past: Past;
};
type Step = { readonly page: Page; readonly next: At | null };
type Doing = { readonly fates: Fates; readonly chance: Chance; readonly turn: number };

async function takeStep(playing: Playing, at: At, doing: Doing): Promise<Step> {
  const { client, world, scroll, rows, seed } = playing;
  const { chance, fates, turn } = doing;
  const first = 1 + chance.below(Math.max(2, Math.ceil(rows.length / 3)));
  const visited = underFates(world, fates, `${seed} ${turn}`);
  client.visit(visited.world);
  const { query, variables } = pageQuestion(scroll, { first, after: at.after });
  const whole = query.replace('coverage { complete }', WHOLE_COVERAGE);
  const list = listIn(await client.ask({ query: whole, variables }));
  const expected = expectedPage(playing, at, { visited, first });
  const page: Page = {
    shown: list ? shownIn(list, playing) : NOTHING,
    expected: expected.shown,
    kept: expected.places,
    declared: expected.past.missed,
    asked: playing.able.filter(visited.isMember),
  };
  // Nobody answered, so nothing was given and nothing missed: the scroll stands where it stood.
  if (!list) return { page: { ...page, kept: [], asked: [] }, next: { ...at } };
  const stopsWithin = chance.happens(0.15) && list.edges.length > 1;
  const kept = stopsWithin ? 1 + chance.below(list.edges.length - 1) : list.edges.length;
  const place = expected.places[kept - 1];
  if (place === undefined || (!stopsWithin && !list.pageInfo.hasNextPage))
    return { page, next: null };
  const after = list.edges[kept - 1]?.cursor ?? null;
  const next = { after, place, past: upTo(place, expected.past) };
  return { page: { ...page, kept: page.kept.slice(0, kept) }, next };
}

const WHOLE_COVERAGE =
  'coverage { complete answered missing { member reason part missedRange { from to } } }';
type Range = { readonly from: string | null; readonly to: string | null };
type WholePage = Omit<ListPage, 'coverage'> & {
  readonly coverage: {
    readonly complete: boolean;
    readonly answered: readonly string[];
    readonly missing: readonly {
      readonly member: string;
      readonly reason: string;
      readonly part: string | null;
      readonly missedRange: Range | null;
    }[];
  };
};
const NOTHING: Shown = { ids: null, hasNextPage: null, coverage: null };

function listIn({ data }: ClientAnswer): WholePage | undefined {
  const lists = data as { list?: WholePage; parents?: readonly { list?: WholePage }[] } | null;
  return lists?.list ?? lists?.parents?.[0]?.list ?? undefined;
}

const sealer = openSealer(Buffer.from(CURSOR_KEY));

function shownIn({ edges, pageInfo, coverage }: WholePage, { scroll }: Playing): Shown {
  const { field, parent, filter, orderBy } = scroll;
  const identity = {
    field,
    parent: parent.code ?? '',
    filter: (filter ?? null) as never,
    orderBy: (orderBy ?? []) as never,
    viewer: 'public',
  } as const;
  const idAt = (cursor: string | null) =>
    cursor === null ? null : (sealer.unseal(cursor, identity)?.position.id ?? 'no cursor');
  const missing = coverage.missing.map(({ missedRange, ...each }) => ({
    ...each,
    missedRange: missedRange && { from: idAt(missedRange.from), to: idAt(missedRange.to) },
  }));
  return {
    ids: edges.map(({ node }) => node.id),
    hasNextPage: pageInfo.hasNextPage,
    coverage: { ...coverage, missing },
  };
}

/** Whom a filter names must be members when a list begins. */
const ownersOf = ({ scroll }: Playing): readonly string[] =>
  ((scroll.filter ?? {}) as { readonly owners?: readonly string[] | null }).owners ?? [];

type Expecting = { readonly visited: Visited; readonly first: number };
type Expected = {
  readonly shown: Shown;
  readonly places: readonly number[];
  readonly past: Past;
};

/** The rows of those that answered, behind where the scroll stands, and what all others have missed by then. */
function expectedPage(playing: Playing, at: At, { visited, first }: Expecting): Expected {
  const { able, rows } = playing;
  const failing = visited.failed();
  const asked = able.filter(visited.isMember);
  const failed = new Map(
    asked.flatMap((code): readonly [string, MissingReason][] => {
      const reason = failing.get(code);
      return reason === undefined ? [] : [[code, reason]];
    }),
  );
  const answered = asked.filter((code) => !failed.has(code));
  const { places, hasNextPage } = winners(rows, { at, answered, visited, first });
  const end = hasNextPage ? (places.at(-1) ?? null) : null;
  const turn: Turn = { before: at.place, end, answered, failed };
  const past = declaredAfter(at.past, turn);
  const isRefused = at.after === null && !ownersOf(playing).every(visited.isMember);
  if (isRefused || (answered.length === 0 && past.missed.size > 0))
    return { shown: NOTHING, places: [], past };
  const ids = places.map((place) => rows[place]?.id ?? '');
  const coverage = coverageOf(playing, { past, answered, visited });
  return { shown: { ids, hasNextPage, coverage }, places, past };
}

type Merging = {
  readonly at: At;
  readonly answered: readonly string[];
  readonly visited: Visited;
  readonly first: number;
};

/** A page ends early behind the last row of who has cut its page, for more of its rows may come before the next of another. */
function winners(rows: Playing['rows'], { at, answered, visited, first }: Merging) {
  const start = at.place === undefined ? 0 : at.place + 1;
  const left = [...rows.keys()]
    .slice(start)
    .filter((place) => answered.includes(rows[place]?.home ?? ''));
  const early = left.findIndex((place) => {
    const row = rows[place];
    return row !== undefined && visited.cut.get(row.home) === row.id;
  });
  const size = early < 0 ? first : Math.min(first, early + 1);
  return { places: left.slice(0, size), hasNextPage: left.length > size };
}

type Covering = {
  readonly past: Past;
  readonly answered: readonly string[];
  readonly visited: Visited;
};

function coverageOf({ rows, notOffering }: Playing, { past, answered, visited }: Covering) {
  const idAt = (place: number | null) => (place === null ? null : (rows[place]?.id ?? ''));
  const named = ([member, { reason, range }]: readonly [string, Declared]) => ({
    member,
    reason,
    part: null,
    missedRange: { from: idAt(range.from), to: idAt(range.to) },
  });
  const off = notOffering.filter(visited.isMember).map((member) => ({
    member,
    reason: 'MODULE_NOT_OFFERED',
    part: null,
    missedRange: null,
  }));
  const missing = [...[...past.missed].map(named), ...off];
  return {
    complete: missing.length === 0,
    answered,
    missing: missing.toSorted((a, b) => (a.member < b.member ? -1 : 1)),
  };
}
