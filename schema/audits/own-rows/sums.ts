import {
  addDecimals,
  canonicalDecimal,
  compareBytes,
  greatestDecimal,
  isDecimal,
  leastDecimal,
} from '../../index.ts';
import { at } from '../reading.ts';
import { isObject } from '../wire.ts';
import { listed, type Row } from './row.ts';

/** A figure that goes into a sum: what it may be added to, and what was said of it. */
type Cell = { readonly key: Key; readonly value: string | null; readonly flag: unknown };
export type Key = Readonly<Record<string, unknown>>;
export type Parts = {
  readonly sum: string;
  readonly precision: string;
  readonly count: number;
  readonly min: string | null;
  readonly max: string | null;
  readonly withheld: number;
  readonly estimated: number;
  readonly bounded: number;
};
export type Total = { readonly key: Key; readonly parts: Parts };
/** The sums that rows make, by the country too where they are split. */
export type Summing = (rows: readonly Row[], isSplit: boolean) => readonly Total[];

export const productionTotals: Summing = (rows, isSplit) =>
  summed(
    rows.flatMap((row) =>
      cellsOf(row.quantity, row, isSplit, {
        commodityCode: row.commodityCode,
        stage: row.stage,
        year: row.year,
        level: row.level,
      }),
    ),
  );

export const estimateTotals: Summing = (rows, isSplit) =>
  summed(
    rows.flatMap((row) =>
      cellsOf(
        row.contained,
        row,
        isSplit,
        { commodityCode: row.commodityCode, reportingCode: row.reportingCode, level: row.level },
        {
          unfcClass: at(row, 'unfc', 'class') ?? null,
          crirsco: listed(row.crirsco).join('+') || null,
        },
      ),
    ),
  );

/** A capacity that sites share counts at the least of them, by the bytes of the id. */
export const capacityTotals: Summing = (rows, isSplit) => {
  const ids = new Set<unknown>(rows.map(({ id }) => id));
  const isFirst = (id: string, capacity: unknown) =>
    listed(at(capacity, 'sharedWith'))
      .filter((other) => ids.has(other))
      .every((other) => compareBytes(id, String(other)) <= 0);
  return summed(
    rows.flatMap((row) =>
      listed(row.capacities)
        .filter((capacity) => isFirst(row.id, capacity))
        .flatMap((capacity) =>
          cellsOf(at(capacity, 'perYear'), row, isSplit, {
            commodityCode: at(capacity, 'commodityCode'),
            siteType: row.type,
            year: at(capacity, 'year'),
          }),
        ),
    ),
  );
};

/** A figure that lacks a field which its sum cannot be without is in no sum. */
function cellsOf(
  quantity: unknown,
  { countryCode = null }: Row,
  isSplit: boolean,
  ...[needed, more = {}]: readonly [Key, Key?]
): readonly Cell[] {
  if (!isObject(quantity) || quantity.unit == null) return [];
  if (Object.values(needed).some((value) => value == null)) return [];
  const { unit, basis = null, value, flag } = quantity;
  const key = { ...needed, ...more, unit, basis, countryCode: isSplit ? countryCode : null };
  const isNumber = typeof value === 'string' && isDecimal(value);
  return [{ key, value: isNumber ? value : null, flag }];
}

function summed(cells: readonly Cell[]): readonly Total[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const name = nameOf(cell.key);
    const group = groups.get(name) ?? [];
    group.push(cell);
    groups.set(name, group);
  }
  return [...groups.values()].map((group) => ({
    key: group[0]?.key ?? {},
    parts: partsOf(group),
  }));
}

/** One name for all keys with the same fields, in whatever order they stand. */
export const nameOf = (key: Key): string =>
  JSON.stringify(
    Object.entries(key)
      .map(([name, value]) => [name, value ?? null])
      .toSorted(([a], [b]) => compareBytes(String(a), String(b))),
  );

const MORE_THAN_SAID: readonly unknown[] = ['GREATER_THAN', 'WITHHELD', 'NOT_AVAILABLE'];

function partsOf(cells: readonly Cell[]): Parts {
  const values = cells.flatMap(({ value }) => (value === null ? [] : [canonicalDecimal(value)]));
  const flagged = (...flags: readonly unknown[]) =>
    cells.filter(({ flag }) => flags.includes(flag)).length;
  const isAll = values.length === cells.length && flagged(...MORE_THAN_SAID) === 0;
  return {
    sum: values.reduce(addDecimals, '0'),
    precision: isAll ? 'EXACT' : 'AT_LEAST',
    count: values.length,
    min: values.reduce(leastDecimal, null),
    max: values.reduce(greatestDecimal, null),
    withheld: flagged('WITHHELD', 'NOT_AVAILABLE'),
    estimated: flagged('ROUNDED', 'ESTIMATED'),
    bounded: flagged('LESS_THAN', 'GREATER_THAN'),
  };
}
