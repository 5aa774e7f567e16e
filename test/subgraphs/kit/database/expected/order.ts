import type { OrderBy } from '../../../../../schema/index.ts';
import { partOf, type Row } from './tables.ts';
import { leading, measured, scaled, textKey } from './text-and-numbers.ts';

type Key = Buffer | bigint;
const text = (value: unknown) => (typeof value === 'string' ? [Buffer.from(value)] : null);
const name = (value: unknown) => {
  const words = leading(Object(value));
  return words === null ? null : [textKey(words)];
};

/** A record's keys for an order; null where it has none. */
function keysOf(field: string, row: Row): readonly Key[] | null {
  if (field === 'NAME' || field === 'TITLE') return name(row[field.toLowerCase()]);
  if (field === 'YEAR') return typeof row.year === 'number' ? [scaled(String(row.year))] : null;
  if (field === 'QUANTITY' || field === 'CONTAINED') return quantity(row[field.toLowerCase()]);
  const COLUMNS: Readonly<Record<string, string>> = {
    COUNTRY: 'countryCode',
    JURISDICTION: 'jurisdictionCode',
    COMMODITY: 'commodityCode',
    EFFECTIVE_DATE: 'effectiveDate',
    IN_FORCE_FROM: 'inForceFrom',
    START_DATE: 'startDate',
    UPDATED_AT: 'updatedAt',
  };
  return text(row[COLUMNS[field] ?? field.toLowerCase()]);
}

function quantity(value: unknown): readonly Key[] | null {
  const number = partOf(value, 'value');
  if (typeof number !== 'string') return null;
  const [dimension, inBase] = measured(number, String(partOf(value, 'unit')));
  return [Buffer.from(String(partOf(value, 'basis') ?? '')), Buffer.from(dimension), inBase];
}

/** Nothing last in both directions, then the keys in theirs, then the id by its bytes, always rising. */
export function inOrder(orderBy: readonly OrderBy[]): (a: Row, b: Row) => number {
  return (a, b) => {
    const orders = orderBy.map(({ field, direction }) => {
      const [left, right] = [keysOf(field, a), keysOf(field, b)];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return compareAll(left, right) * (direction === 'DESC' ? -1 : 1);
    });
    const decided = orders.find((order) => order !== 0);
    return decided ?? Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));
  };
}

const compareAll = (a: readonly Key[], b: readonly Key[]): number =>
  a.map((key, place) => compare(key, b[place])).find((order) => order !== 0) ?? 0;

function compare(a: Key, b: Key | undefined): number {
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return Buffer.compare(a, b);
  if (typeof a !== 'bigint' || typeof b !== 'bigint') throw new Error('Expected keys of one kind.');
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
