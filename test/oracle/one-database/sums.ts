import { commoditiesOf } from './choose.ts';
import { type Amount, partsOf } from './parts.ts';
import type { Row } from './tables.ts';

/** The fields that say what may be added to what, in the order of the contract, which is the order of the rows. */
type Key = Readonly<Record<string, unknown>>;
type Cell = { readonly key: Key; readonly amount: Amount };
/** Whether the figures of a row are known whole: of one country's row that country's answer decides, of all others everybody's. */
export type IsKnown = (countryCode: unknown) => boolean;

/** Fields that a row of the contract cannot be without: a figure that lacks one of them is in no sum. */
const NEEDED = ['commodityCode', 'stage', 'year', 'level', 'reportingCode', 'siteType', 'unit'];

export function productionTotals(rows: readonly Row[], by: By, isKnown: IsKnown) {
  const cells = rows.flatMap((row) =>
    cellsOf(row.quantity, by, row, (unit, basis) => {
      const { commodityCode, stage, year, level } = row;
      return { commodityCode, stage, year, level, unit, basis };
    }),
  );
  return summed(cells, isKnown);
}

export function estimateTotals(rows: readonly Row[], by: By, isKnown: IsKnown) {
  const cells = rows.flatMap((row) =>
    cellsOf(row.contained, by, row, (unit, basis) => {
      const { commodityCode, reportingCode, level } = row;
      const unfcClass = (row.unfc as { class?: string } | null)?.class ?? null;
      const crirsco = (row.crirsco as readonly string[] | null)?.join('+') || null;
      return { commodityCode, reportingCode, unfcClass, crirsco, level, unit, basis };
    }),
  );
  return summed(cells, isKnown);
}

type Capacity = {
  readonly commodityCode: string | null;
  readonly perYear: Amount;
  readonly year: number;
  readonly sharedWith: readonly string[];
};

/** A capacity that sites share is counted at the least of them, by the bytes of the id, that is among the sites chosen. */
export function capacityTotals(sites: readonly Row[], by: By, isKnown: IsKnown) {
  const ids = new Set(sites.map(({ id }) => id));
  const isFirst = (id: string, { sharedWith }: Capacity) =>
    sharedWith
      .filter((other) => ids.has(other))
      .every((other) => Buffer.compare(Buffer.from(id), Buffer.from(other)) < 0);
  const cells = sites.flatMap((site) =>
    ((site.capacities ?? []) as readonly Capacity[])
      .filter((capacity) => isFirst(site.id, capacity))
      .flatMap(({ commodityCode, year, perYear }) =>
        cellsOf(perYear, by, site, (unit, basis) => ({
          commodityCode,
          siteType: site.type,
          year,
          unit,
          basis,
        })),
      ),
  );
  return summed(cells, isKnown);
}

export type By = readonly string[] | null | undefined;

function cellsOf(
  quantity: unknown,
  by: By,
  row: Row,
  keyOf: (unit: string, basis: string | null) => Key,
): readonly Cell[] {
  if (!quantity) return [];
  const amount = quantity as Amount;
  const countryCode = by?.includes('COUNTRY') ? row.countryCode : null;
  const key = { ...keyOf(amount.unit, amount.basis), countryCode };
  const isWhole = Object.entries(key).every(
    ([name, value]) => !NEEDED.includes(name) || (value !== null && value !== undefined),
  );
  return isWhole ? [{ key, amount }] : [];
}

function summed(cells: readonly Cell[], isKnown: IsKnown) {
  return grouped(cells, ({ key }) => key).map(([key, group]) => ({
    ...key,
    parts: partsOf(
      group.map(({ amount }) => amount),
      isKnown(key.countryCode),
    ),
  }));
}

/** The columns that rows are counted by; a row of several commodities counts under each, one of none under none. */
const COUNTED: Readonly<
  Record<string, readonly [name: string, valuesOf: (row: Row) => readonly unknown[]]>
> = {
  COUNTRY: ['countryCode', (row) => [row.countryCode]],
  JURISDICTION: ['jurisdictionCode', (row) => [row.jurisdictionCode]],
  TYPE: ['type', (row) => [row.type]],
  STATUS: ['status', (row) => [row.status]],
  SCALE: ['scale', (row) => [row.scale]],
  CERTIFICATION: ['certification', (row) => [row.certification]],
  COMMODITY: ['commodityCode', commoditiesOf],
};

export function counts(rows: readonly Row[], by: By, dimensions: readonly string[]) {
  const keys = rows.flatMap((row) =>
    dimensions.reduce<readonly Key[]>(
      (begun, dimension) => {
        const [name, valuesOf] = COUNTED[dimension] ?? [dimension, () => []];
        const values = by?.includes(dimension) ? valuesOf(row) : [null];
        return begun.flatMap((key) => values.map((value) => ({ ...key, [name]: value ?? null })));
      },
      [{}],
    ),
  );
  return grouped(keys, (key) => key).map(([key, group]) => ({ ...key, count: group.length }));
}

/** Groups of equal keys, in the order of the keys: field by field, text by its bytes, years as numbers, nothing last. */
function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): readonly (readonly [Key, readonly Item[]])[] {
  const groups = new Map<string, [Key, Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const name = JSON.stringify(Object.values(key).map((value) => value ?? null));
    const [, group] = groups.get(name) ?? [key, []];
    groups.set(name, [key, [...group, item]]);
  }
  return [...groups.values()].toSorted(([a], [b]) =>
    compareKeys(Object.values(a), Object.values(b)),
  );
}

function compareKeys(a: readonly unknown[], b: readonly unknown[]): number {
  const orders = a.map((value, place) => compareValues(value ?? null, b[place] ?? null));
  return orders.find((order) => order !== 0) ?? 0;
}

function compareValues(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
