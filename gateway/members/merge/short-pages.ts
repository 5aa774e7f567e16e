import { comparePositions, type OrderBy } from '../../../schema/index.ts';
import type { Heads } from './heads.ts';
import { openQueue } from './order.ts';

/** A member's page that ends before the last row of the merged one, while more of its rows follow; its own last is the merged row of that rank. */
export type ShortPage = { readonly heads: Heads; readonly rank: number };

/**
 * The pages of whose members more rows may belong among the first, those that end first first. Of the rows that are known already, as many
 * stand before those that are not as the rank says.
 */
export function shortPages(
  pages: readonly Heads[],
  orderBy: readonly OrderBy[],
  first: number,
): readonly ShortPage[] {
  const queue = openQueue(pages, comparePositions(orderBy));
  const short: ShortPage[] = [];
  for (let rank = 1; rank < first; rank += 1) {
    const next = queue.take();
    if (!next) break;
    const { heads, index } = next;
    if (heads.hasMore && index === heads.count - 1) short.push({ heads, rank });
    queue.put(heads, index + 1);
  }
  return short;
}
