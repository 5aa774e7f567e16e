import type { Position } from '../../schema/index.ts';
import { type Heads, type PageOrder, type ShortPage, shortPages } from './merge/index.ts';
import { rowsLikely } from './page-size.ts';

/** What a member is asked for behind the rows that it gave. */
export type Refill = { readonly member: string; readonly after: Position; readonly rows: number };
type Order = Pick<PageOrder, 'orderBy' | 'first'>;
/** The rows of a page as far as they are known, and whether nobody is asked once more after this. */
export type Filling = {
  readonly pages: readonly Heads[];
  readonly order: Order;
  readonly isLast: boolean;
};

/**
 * Whom to ask once more, and for how many rows: all whose rows end before the page does while they have more. The last time each is asked for
 * as many as there are places left behind its own last row, and then the page is whole whatever the rows are.
 */
export function refillsOf({ pages, order, isLast }: Filling): readonly Refill[] {
  const short = shortPages(pages, order.orderBy, order.first);
  if (!isLast) return sparingly(short, order);
  return short.flatMap((each) => refillWith(each, order.first - each.rank));
}

/** For no more rows together than the page has, and the earliest places first: what comes for them may leave no place for the others. */
function sparingly(short: readonly ShortPage[], order: Order): readonly Refill[] {
  const refills: Refill[] = [];
  let left = order.first;
  let taken = 0;
  for (const each of short) {
    const behind = rowsBehind(each.heads);
    const rows = Math.min(wantedOf(each, order, taken), behind, left);
    refills.push(...refillWith(each, rows));
    left -= Math.max(0, rows);
    // By id alone all rows of a member come before those of the next, so that these places are taken.
    if (isById(order) && rows === behind) taken += rows;
  }
  return refills;
}

function refillWith({ heads }: ShortPage, rows: number): readonly Refill[] {
  const after = heads.positionAt(heads.count - 1);
  return after && rows > 0 ? [{ member: heads.member, after, rows }] : [];
}

/**
 * As many as there are likely to be in the places left, going by its share of those before. Its last row is not counted there, for the place of
 * that one is where the counting ends. By id alone its rows may be in all places.
 */
function wantedOf({ heads, rank }: ShortPage, order: Order, taken: number): number {
  const places = order.first - rank - taken;
  if (isById(order)) return places;
  return Math.min(places, Math.max(1, rowsLikely((places * (heads.count - 1)) / rank)));
}

const isById = ({ orderBy }: Order): boolean => orderBy.length === 0;

/** How many more a member can have, where it says how many it has in all. */
function rowsBehind({ count, total }: Heads): number {
  return total?.precision === 'EXACT' ? Number(total.count) - count : Number.POSITIVE_INFINITY;
}
