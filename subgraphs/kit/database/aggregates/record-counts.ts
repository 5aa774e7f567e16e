import type { Filter, PartsRow } from '../../repository.ts';
import type { Run } from '../connection.ts';
import { chosenBy } from '../filters/index.ts';
import { listed, own, type Sql, sql } from '../sql.ts';
import type { Stored } from '../tables/index.ts';
import { compareKeys, groupBy, type KeyColumns, keyFrom, selected } from './key.ts';

export type Counts = {
  readonly type: 'Site' | 'Policy';
  readonly from: Sql;
  /** The columns of each dimension, in the contract's order. */
  readonly dimensions: Readonly<Record<string, readonly [field: string, column: Sql]>>;
};

const COMMODITY = ['commodityCode', sql`l.commodityCode`] as const;

export const SITE_COUNTS: Counts = {
  type: 'Site',
  from: sql`site r`,
  dimensions: {
    COUNTRY: ['countryCode', own('countryCode')],
    TYPE: ['type', own('type')],
    STATUS: ['status', own('status')],
    SCALE: ['scale', own('scale')],
    CERTIFICATION: ['certification', own('certification')],
    COMMODITY,
  },
};
export const POLICY_COUNTS: Counts = {
  type: 'Policy',
  from: sql`policy r`,
  dimensions: {
    JURISDICTION: ['jurisdictionCode', own('jurisdictionCode')],
    TYPE: ['type', own('type')],
    STATUS: ['status', own('status')],
    COMMODITY,
  },
};

/** A record of two commodities counts under both, one of none under none, where commodities are asked for. */
const COMMODITIES = {
  Site: sql` JOIN site_commodity l ON l.recordId = r.id`,
  Policy: sql` JOIN policy_commodity l ON l.recordId = r.id`,
} as const;

export async function countsOf(
  run: Run,
  { type, from, dimensions }: Counts,
  { filter, by }: { readonly filter: Filter; readonly by: readonly string[] },
): Promise<readonly PartsRow[]> {
  const key: KeyColumns = Object.fromEntries(
    Object.entries(dimensions).map(([dimension, [field, column]]) => [
      field,
      by.includes(dimension) ? column : null,
    ]),
  );
  const commodities = by.includes('COMMODITY') ? COMMODITIES[type] : sql``;
  const rows = await run(
    sql`SELECT ${listed([...selected(key), sql`COUNT(*) AS n`])}
      FROM ${from}${commodities} WHERE ${chosenBy(type, filter)} ${groupBy(key)}`,
  );
  return rows
    .filter(({ n }) => Number(n) > 0)
    .map((row) => countRow(key, row))
    .sort(compareRows);
}

const countRow = (key: KeyColumns, row: Stored) => ({
  ...keyFrom(key, row),
  count: Number(row.n),
});
const compareRows = (a: Stored, b: Stored) => compareKeys(a, b);
