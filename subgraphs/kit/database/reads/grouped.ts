import type { Stored } from '../tables/index.ts';

/** Rows by what stands in a column, each group in the order of the rows. */
export function groupedBy(
  rows: readonly Stored[],
  column: string,
): (value: string) => readonly Stored[] {
  const groups = new Map<unknown, Stored[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return (value) => groups.get(value) ?? [];
}
