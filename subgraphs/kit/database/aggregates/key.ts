import { compareBytes } from '../../../../schema/index.ts';
import { listed, name, type Sql, type SqlValue, sql } from '../sql.ts';
import type { Stored } from '../tables/index.ts';

/** What may be added to what: the contract's fields, in its order, each with the column it is grouped by; null where it was not asked for. */
export type KeyColumns = Readonly<Record<string, Sql | null>>;

const asked = (key: KeyColumns): readonly Sql[] =>
  Object.values(key).filter((column) => column !== null);

export const selected = (key: KeyColumns): readonly Sql[] =>
  Object.entries(key).flatMap(([field, column]) =>
    column === null ? [] : [sql`${column} AS ${name(field)}`],
  );

/** Nothing where no field is asked for: then all rows are one group. */
export function groupBy(key: KeyColumns, more: readonly Sql[] = []): Sql {
  const columns = [...asked(key), ...more];
  return columns.length === 0 ? sql`` : sql`GROUP BY ${listed(columns)}`;
}

/** The key's fields of a grouped row. */
export const keyFrom = (key: KeyColumns, row: Stored): Stored =>
  Object.fromEntries(Object.keys(key).map((field) => [field, row[field] ?? null]));

/** In the order of the keys, field by field: text by its bytes, nothing last. */
export function compareKeys(a: Stored, b: Stored): number {
  const orders = Object.keys(a).map((field) => compareValues(a[field] ?? null, b[field] ?? null));
  return orders.find((order) => order !== 0) ?? 0;
}

function compareValues(a: SqlValue, b: SqlValue): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : compareBytes(String(a), String(b));
}
