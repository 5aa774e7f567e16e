import type { Parts } from '../../../../../subgraphs/kit/repository.ts';
import { listOf, partOf, type Row } from './tables.ts';
import { scaled, written } from './text-and-numbers.ts';

type By = readonly string[];
type Key = Readonly<Record<string, string | number | null>>;
type Cell = { readonly key: Key; readonly quantity: unknown };

const word = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;
const country = (row: Row, by: By) => ({
  countryCode: by.includes('COUNTRY') ? word(row.countryCode) : null,
});
const measure = (quantity: unknown) => ({
  unit: word(partOf(quantity, 'unit')),
  basis: word(partOf(quantity, 'basis')),
});

export const productionTotals = (rows: readonly Row[], by: By) =>
  totals(
    rows.map((row) => ({
      key: {
        commodityCode: word(row.commodityCode),
        stage: word(row.stage),
        year: word(row.year),
        level: word(row.level),
        ...measure(row.quantity),
        ...country(row, by),
      },
      quantity: row.quantity,
    })),
    ['commodityCode', 'stage', 'year', 'level', 'unit'],
  );

export const estimateTotals = (rows: readonly Row[], by: By) =>
  totals(
    rows.map((row) => ({
      key: {
        commodityCode: word(row.commodityCode),
        reportingCode: word(row.reportingCode),
        unfcClass: word(partOf(row.unfc, 'class')),
        crirsco: listOf(row.crirsco).join('+') || null,
        level: word(row.level),
        ...measure(row.contained),
        ...country(row, by),
      },
      quantity: row.contained,
    })),
    ['commodityCode', 'reportingCode', 'level', 'unit'],
  );

export function capacityTotals(sites: readonly Row[], by: By) {
  const counted = new Set<string>();
  const byId = [...sites].sort((a, b) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id)));
  const cells = byId.flatMap((row) =>
    (Array.isArray(row.capacities) ? row.capacities : []).flatMap((capacity): readonly Cell[] => {
      const others = listOf(partOf(capacity, 'sharedWith'));
      const [commodityCode, year] = [partOf(capacity, 'commodityCode'), partOf(capacity, 'year')];
      const name = [
        commodityCode,
        partOf(capacity, 'product'),
        year,
        ...[row.id, ...others].sort(),
      ].join('|');
      if (others.length > 0 && counted.has(name)) return [];
      counted.add(name);
      const quantity = partOf(capacity, 'perYear');
      const key = {
        commodityCode: word(commodityCode),
        siteType: word(row.type),
        year: word(year),
        ...measure(quantity),
        ...country(row, by),
      };
      return [{ key, quantity }];
    }),
  );
  return totals(cells, ['commodityCode', 'siteType', 'year', 'unit']);
}

/** Sums of what has all that a row of the contract needs. */
function totals(cells: readonly Cell[], needed: readonly string[]) {
  const whole = cells.filter(({ key }) => needed.every((field) => key[field] !== null));
  return grouped(whole, ({ key }) => key).map(({ key, items }) => ({
    ...key,
    parts: parts(items.map(({ quantity }) => quantity)),
  }));
}

function parts(quantities: readonly unknown[]): Parts {
  const numbers = quantities
    .map((each) => partOf(each, 'value'))
    .flatMap((value) => (typeof value === 'string' ? [scaled(value)] : []))
    .sort((a, b) => (a < b ? -1 : 1));
  const count = (...flags: readonly string[]) =>
    quantities.filter((each) => flags.includes(String(partOf(each, 'flag')))).length;
  const ends = [numbers[0], numbers.at(-1)].map((end) => (end === undefined ? null : written(end)));
  const isLess = numbers.length < quantities.length || count('GREATER_THAN') > 0;
  return {
    sum: written(numbers.reduce((sum, each) => sum + each, 0n)),
    precision: isLess ? 'AT_LEAST' : 'EXACT',
    count: numbers.length,
    min: ends[0] ?? null,
    max: ends[1] ?? null,
    withheld: count('WITHHELD', 'NOT_AVAILABLE'),
    estimated: count('ROUNDED', 'ESTIMATED'),
    bounded: count('LESS_THAN', 'GREATER_THAN'),
  };
}

const DIMENSIONS = {
  Site: ['countryCode', 'type', 'status', 'scale', 'certification'],
  Policy: ['jurisdictionCode', 'type', 'status'],
} as const;

/** Counts by these columns; with `commodityCode` among them, a record counts under each of its commodities. */
export function counts(type: 'Site' | 'Policy', rows: readonly Row[], columns: readonly string[]) {
  const keys = rows.flatMap((row) => {
    const key = Object.fromEntries(
      DIMENSIONS[type].map((column) => [
        column,
        columns.includes(column) ? word(row[column]) : null,
      ]),
    );
    const codes = columns.includes('commodityCode')
      ? [...new Set(listOf(row.commodityCodes))]
      : [null];
    return codes.map((commodityCode): Key => ({ ...key, commodityCode }));
  });
  return grouped(keys, (key) => key).map(({ key, items }) => ({ ...key, count: items.length }));
}

/** Groups in the order of their keys, field by field, nothing last. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => Key) {
  const groups = new Map<string, { readonly key: Key; readonly items: Item[] }>();
  for (const item of items) {
    const name = JSON.stringify(keyOf(item));
    const group = groups.get(name) ?? { key: keyOf(item), items: [] };
    group.items.push(item);
    groups.set(name, group);
  }
  const compare = (a: Key, b: Key) =>
    Object.keys(a)
      .map((field) => compareWords(a[field] ?? null, b[field] ?? null))
      .find((order) => order !== 0) ?? 0;
  return [...groups.values()].sort((a, b) => compare(a.key, b.key));
}

function compareWords(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
