import type { Compare } from './order.ts';
import type { Row } from './tables.ts';

/** A page of a sorted list, which goes on behind the row of that id. */
export type PageAsk = { readonly first: number; readonly behind?: string | null | undefined };

export function pageOf(sorted: readonly Row[], { first, behind }: PageAsk) {
  const start = behind ? sorted.findIndex(({ id }) => id === behind) + 1 : 0;
  const rows = sorted.slice(start, start + first);
  return { rows, hasMore: sorted.length > start + rows.length };
}

/** A record's own list: newest first where it has a year or a date, those without one last; then by id. */
export function newestFirst(column: string): Compare {
  return (a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byId(a, b);
    return Buffer.compare(Buffer.from(String(right)), Buffer.from(String(left))) || byId(a, b);
  };
}

export const byId: Compare = (a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));
