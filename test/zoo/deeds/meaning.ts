import type { Json, JsonObject } from '../../../gateway/members/index.ts';
import type { Deed } from '../fault.ts';
import { bends, eachObject } from './payload.ts';

/** A page of a member: the heads that the gateway asks for itself, and whatever the client wants of the rows beside them. */
type Head = { readonly cursor: string; readonly node: { readonly id: string } };
type Page = JsonObject & {
  readonly zlg_edges: readonly Head[];
  readonly zlg_page: { readonly hasNextPage: boolean };
};
const isPage = (object: JsonObject): object is Page => Array.isArray(object.zlg_edges);

const pages = (bend: (page: Page) => JsonObject): Deed =>
  bends(
    (data) => eachObject(data, (object) => (isPage(object) ? bend(object) : object)) as JsonObject,
  );

/** The same page with these of its rows, in this order, in the heads and in all that stands beside them. */
function rowsAt(page: Page, places: readonly number[]): Page {
  const rows = Object.entries(page).flatMap(([name, value]) =>
    Array.isArray(value) ? [[name, places.map((place) => value[place] as Json)]] : [],
  );
  return { ...page, ...Object.fromEntries(rows) };
}
const placesOf = ({ zlg_edges }: Page): readonly number[] => [...zlg_edges.keys()];

export const turnsRowsRound = pages((page) => rowsAt(page, placesOf(page).toReversed()));
export const repeatsARow = pages((page) => rowsAt(page, [0, ...placesOf(page)].slice(0, -1)));
export const givesMore = pages((page) =>
  page.zlg_edges.length > 0 ? rowsAt(page, Array(600).fill(0)) : page,
);
export const sortsByLocale = pages((page) => {
  const text = (place: number) => page.zlg_edges[place]?.cursor ?? '';
  const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  return rowsAt(
    page,
    placesOf(page).toSorted((a, b) => collator.compare(text(b), text(a))),
  );
});
export const neverComesToAnEnd = pages((page) => ({
  ...rowsAt(page, []),
  zlg_page: { hasNextPage: true },
}));
const counts = (count: (rows: number) => number): Deed =>
  pages((page) =>
    page.zlg_total
      ? {
          ...page,
          zlg_total: { ...(page.zlg_total as JsonObject), count: count(page.zlg_edges.length) },
        }
      : page,
  );
export const countsTooFew = counts((rows) => Math.max(0, rows - 1));
export const countsBelowNothing = counts(() => -1);

/** Rows of the page before this one, under whatever position: what a member gives that forgets where it was asked to go on. */
export const startsAgain = pages((page) => {
  const [first] = page.zlg_edges;
  if (!first) return page;
  const early = { ...first, cursor: earliest(first.cursor) };
  return { ...page, zlg_edges: [early, ...page.zlg_edges.slice(1)] };
});
/** A position before all others of its order: what it is sorted by is as small, or as great, as can be. */
function earliest(cursor: string): string {
  const keys = JSON.parse(cursor) as readonly Json[];
  return JSON.stringify(keys.with(-1, `${String(keys.at(-1)).split(':')[0]}:a:-`));
}

/** The same record under the name of another member: `MA:site:a` as `CD:site:a`. */
const foreign = (code: string) => (code === 'CD' ? 'ZM' : 'CD');
const foreignId = (id: string) => id.replace(/^[A-Z]+(?=:)/, foreign);
const isId = (value: Json): value is string =>
  typeof value === 'string' && /^[A-Z]{2,8}:[a-z]+:/.test(value);

function foreignCursor(cursor: string): string {
  const keys = JSON.parse(cursor) as readonly Json[];
  return JSON.stringify(keys.with(-1, foreignId(String(keys.at(-1)))));
}
/** Ids of records are those of another, in heads and in rows. */
export const spoofs = bends(
  (data) =>
    eachObject(data, (object) =>
      renamed(object, (name, value) => {
        if (name === 'cursor' && typeof value === 'string') return foreignCursor(value);
        return ['id', 'zlg_id'].includes(name) && isId(value) ? foreignId(value) : value;
      }),
    ) as JsonObject,
);
function renamed(object: JsonObject, change: (name: string, value: Json) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, change(name, value)]),
  );
}
const withField = (field: string, change: (value: string) => string): Deed =>
  bends(
    (data) =>
      eachObject(data, (object) =>
        renamed(object, (name, value) =>
          name === field && typeof value === 'string' ? change(value) : value,
        ),
      ) as JsonObject,
  );
export const livesAbroad = withField('countryCode', foreign);
export const isAnothersHome = withField('home', foreign);

const entities = (bend: (records: readonly Json[]) => readonly Json[]): Deed =>
  bends((data) => {
    const { _entities: records } = data;
    return Array.isArray(records) ? { ...data, _entities: bend(records) } : data;
  });
export const fewerRecords = entities((records) => records.slice(0, -1));
export const moreRecords = entities((records) => [...records, ...records]);
export const otherOrder = entities((records) => records.toReversed());
export const unaskedRecords = entities((records) =>
  records.map((each) => renamed(each as JsonObject, (name, value) => otherOf(name, value))),
);
const otherOf = (name: string, value: Json): Json =>
  name === 'zlg_id' && isId(value) ? `${value}x` : value;

/** Figures that cannot all be true: the least above the greatest, a sum of nothing. */
export const addsWrongly = bends(
  (data) =>
    eachObject(data, (object) =>
      typeof object.sum === 'string' && object.min !== null
        ? { ...object, min: '1000000000000', max: '1' }
        : object,
    ) as JsonObject,
);
/** Sums that are well formed, and not those of its rows. */
export const sumsOfOthers = bends((data) => eachObject(data, oneMore) as JsonObject);
function oneMore(object: JsonObject): JsonObject {
  const { withheld, count } = object;
  if (typeof withheld === 'number') return { ...object, withheld: withheld + 1 };
  return typeof count === 'number' ? { ...object, count: count + 1 } : object;
}

export const answersAnother = bends(() => ({ policiesOfAnother: [] }));
/** A row less, told as if that were all: as an answer to a narrower question, or of yesterday, would be. */
export const leavesARowOut = pages((page) => {
  const total = page.zlg_total as JsonObject | undefined;
  const rows = rowsAt(page, placesOf(page).slice(0, -1));
  return total ? { ...rows, zlg_total: { ...total, count: Number(total.count) - 1 } } : rows;
});
const isName = (object: JsonObject) => typeof object.value === 'string';
export const namesOfYesterday = bends(
  (data) =>
    eachObject(data, (object) =>
      isName(object) ? { ...object, value: `${String(object.value)} (former)` } : object,
    ) as JsonObject,
);

export const speaksForAnother = withField('code', foreign);
const later = (ms: number) => (instant: string) => new Date(Date.parse(instant) + ms).toISOString();
const HOUR_MS = 3_600_000;
export const clockIsAnHourOff = withField('asOf', later(HOUR_MS));
export const answersFromTheFuture = withField('asOf', later(400 * 24 * HOUR_MS));
