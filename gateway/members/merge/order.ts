import { comparePositions, type OrderBy, type Position } from '../../../schema/index.ts';
import type { Heads } from './heads.ts';

/** A row of the merged page: whose it is and where it stands in that member's page. */
export type Winner = { readonly heads: Heads; readonly index: number; readonly position: Position };
export type MergedPage = { readonly winners: readonly Winner[]; readonly hasNextPage: boolean };

/**
 * The first rows of all pages together, in the one total order. It ends early where a member's page ends and more of its rows follow, for
 * nobody knows whether those come before the next row of another.
 */
export function mergeInOrder(
  pages: readonly Heads[],
  orderBy: readonly OrderBy[],
  first: number,
): MergedPage {
  const queue = openQueue(pages, comparePositions(orderBy));
  const winners: Winner[] = [];
  let next = queue.take();
  while (next && winners.length < first) {
    winners.push(next);
    if (endsEarly(next)) return { winners, hasNextPage: true };
    queue.put(next.heads, next.index + 1);
    next = queue.take();
  }
  return { winners, hasNextPage: next !== undefined };
}

const endsEarly = ({ heads, index }: Winner): boolean => heads.hasMore && index === heads.count - 1;

type Queue = {
  readonly put: (heads: Heads, index: number) => void;
  readonly take: () => Winner | undefined;
};

/** The first rows that are left, one of each page, as a binary heap: each row costs as many comparisons as the pages have bits. */
export function openQueue(
  pages: readonly Heads[],
  compare: (a: Position, b: Position) => number,
): Queue {
  const heap: Winner[] = [];
  const isBefore = (a: number, b: number) => {
    const [left, right] = [heap[a], heap[b]];
    return left !== undefined && right !== undefined && compare(left.position, right.position) < 0;
  };
  const queue: Queue = {
    put: (heads, index) => {
      const position = heads.positionAt(index);
      if (!position) return;
      heap.push({ heads, index, position });
      siftUp(heap, isBefore);
    },
    take: () => {
      const top = heap[0];
      const last = heap.pop();
      if (last && heap.length > 0) {
        heap[0] = last;
        siftDown(heap, isBefore);
      }
      return top;
    },
  };
  for (const heads of pages) queue.put(heads, 0);
  return queue;
}

type IsBefore = (a: number, b: number) => boolean;

function siftUp(heap: Winner[], isBefore: IsBefore): void {
  let place = heap.length - 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!isBefore(place, parent)) return;
    swap(heap, place, parent);
    place = parent;
  }
}

function siftDown(heap: Winner[], isBefore: IsBefore): void {
  let place = 0;
  for (;;) {
    const [left, right] = [2 * place + 1, 2 * place + 2];
    const least = isBefore(right, left) ? right : left;
    if (!isBefore(least, place)) return;
    swap(heap, place, least);
    place = least;
  }
}

function swap(heap: Winner[], a: number, b: number): void {
  const [left, right] = [heap[a], heap[b]];
  if (!left || !right) return;
  heap[a] = right;
  heap[b] = left;
}
