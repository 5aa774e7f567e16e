import { commoditiesOf } from './chosen.ts';
import type { Row } from './row.ts';
import { type Key, nameOf } from './sums.ts';

/** A dimension that rows are counted by: its field in the answer, and a row's values of it. */
export type Dimension = {
  readonly field: string;
  readonly valuesOf: (row: Row) => readonly unknown[];
};

const one = (field: string): Dimension => ({ field, valuesOf: (row) => [row[field] ?? null] });
/** A record of two commodities counts under both, one of none under none. */
const commodity: Dimension = {
  field: 'commodityCode',
  valuesOf: (row) => [...new Set(commoditiesOf(row))],
};

export const SITE_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  COUNTRY: one('countryCode'),
  TYPE: one('type'),
  STATUS: one('status'),
  SCALE: one('scale'),
  CERTIFICATION: one('certification'),
  COMMODITY: commodity,
};
export const POLICY_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  JURISDICTION: one('jurisdictionCode'),
  TYPE: one('type'),
  STATUS: one('status'),
  COMMODITY: commodity,
};

export type Count = { readonly key: Key; readonly count: number };

/** How many rows there are of each value of that dimension, and of all together where none is asked for. */
export function countedBy(rows: readonly Row[], dimension?: Dimension): readonly Count[] {
  const counts = new Map<string, Count>();
  for (const key of rows.flatMap((row) => keysOf(row, dimension))) {
    const name = nameOf(key);
    counts.set(name, { key, count: (counts.get(name)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

const keysOf = (row: Row, dimension: Dimension | undefined): readonly Key[] =>
  dimension ? dimension.valuesOf(row).map((value) => ({ [dimension.field]: value })) : [{}];
