import type { Heads } from './heads.ts';

/** Two pages of one member, the second of which goes on where the first ends, as the one page that they are. */
export const joined = (page: Heads, next: Heads): Heads => ({
  member: page.member,
  count: page.count + next.count,
  positionAt: (row) =>
    row < page.count ? page.positionAt(row) : next.positionAt(row - page.count),
  rowAt: (name, row) =>
    row < page.count ? page.rowAt(name, row) : next.rowAt(name, row - page.count),
  hasMore: next.hasMore,
  total: next.total ?? page.total,
});

/** The same page, of which nothing more is to be had. */
export const ended = (page: Heads): Heads => ({ ...page, hasMore: false });

/** Of both together, that they are more than the member ever said it has. Rows may come or go between its two answers. */
export function faultOfBoth(page: Heads, next: Heads): string | undefined {
  const least = page.count + next.count + Number(next.hasMore);
  const counts = [page, next].flatMap(({ total }) => (total ? [Number(total.count)] : []));
  return counts.length === 0 || counts.some((count) => count >= least)
    ? undefined
    : `counts ${Math.max(...counts)} rows in all, and has given or promised ${least}.`;
}
