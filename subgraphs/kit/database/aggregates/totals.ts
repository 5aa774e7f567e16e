import type { PartsRow } from '../../repository.ts';
import type { Run } from '../connection.ts';
import { allOf, listed, type Sql, sql } from '../sql.ts';
import type { Stored } from '../tables/index.ts';
import { compareKeys, groupBy, type KeyColumns, keyFrom, selected } from './key.ts';
import { type Cell, partsOf } from './parts.ts';

export type Totals = {
  readonly key: KeyColumns;
  /** Fields of the key that the contract cannot be without: a figure that lacks one is in no sum. */
  readonly needed: readonly Sql[];
  readonly value: Sql;
  readonly flag: Sql;
  readonly from: Sql;
  readonly where: Sql;
};

/** Equal numbers are counted by the database, in one statement, and added here: its sums are of binary numbers. */
export async function totalsOf(run: Run, totals: Totals): Promise<readonly PartsRow[]> {
  const { key, needed, value, flag, from, where } = totals;
  const isWhole = allOf([where, ...needed.map((column) => sql`${column} IS NOT NULL`)]);
  const rows = await run(
    sql`SELECT ${listed([...selected(key), sql`${value} AS zlgValue`, sql`${flag} AS zlgFlag`])}, COUNT(*) AS n
      FROM ${from} WHERE ${isWhole} ${groupBy(key, [value, flag])}`,
  );
  return summed(key, rows);
}

function summed(key: KeyColumns, rows: readonly Stored[]): readonly PartsRow[] {
  const groups = new Map<string, { readonly key: Stored; readonly cells: Cell[] }>();
  for (const row of rows) {
    const own = keyFrom(key, row);
    const name = JSON.stringify(own);
    const group = groups.get(name) ?? { key: own, cells: [] };
    groups.set(name, { ...group, cells: [...group.cells, cellFrom(row)] });
  }
  return [...groups.values()]
    .sort((a, b) => compareKeys(a.key, b.key))
    .map((group) => ({ ...group.key, parts: partsOf(group.cells) }));
}

const cellFrom = ({ zlgValue = null, zlgFlag = null, n }: Stored): Cell => ({
  value: zlgValue === null ? null : String(zlgValue),
  flag: zlgFlag === null ? null : String(zlgFlag),
  times: Number(n),
});
