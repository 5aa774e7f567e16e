import { dimension, inBase } from './measures.ts';
import { compareRationals, type Rational, rational } from './rational.ts';
import type { Row } from './tables.ts';
import { bytesOf, leadingText } from './text.ts';

export type OrderBy = readonly { readonly field: string; readonly direction: 'ASC' | 'DESC' }[];
export type Compare = (a: Row, b: Row) => number;

/** Rows by one field after another, nulls last whichever way; ties by the bytes of the id, always rising. */
export function inOrder(orderBy: OrderBy | null | undefined): Compare {
  const steps = (orderBy ?? []).map(({ field, direction }) => step(field, direction));
  return (a, b) => {
    for (const compare of steps) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return bytewise(a.id, b.id);
  };
}

const bytewise = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function step(field: string, direction: 'ASC' | 'DESC'): Compare {
  const rank = RANKS[field];
  if (!rank) throw new Error(`Expected an order that the oracle knows, got ${field}.`);
  return (a, b) => {
    const [left, right] = [rank(a), rank(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order = left.compare(right);
    return direction === 'DESC' ? -order : order;
  };
}

/** A value that knows how it stands to another of its kind; null where a row has none. */
type Ranked = {
  readonly compare: (other: Ranked) => number;
  readonly of: readonly (Buffer | Rational)[];
};
type Rank = (row: Row) => Ranked | null;

function ranked(of: readonly (Buffer | Rational)[]): Ranked {
  const compare = (other: Ranked) => {
    const orders = of.map((part, place) => compareParts(part, other.of[place]));
    return orders.find((order) => order !== 0) ?? 0;
  };
  return { of, compare };
}

function compareParts(a: Buffer | Rational, b: Buffer | Rational | undefined): number {
  if (Buffer.isBuffer(a) && Buffer.isBuffer(b)) return Buffer.compare(a, b);
  if (Buffer.isBuffer(a) || Buffer.isBuffer(b) || !b) throw new Error('Unlike parts of an order.');
  return compareRationals(a, b);
}

const text =
  (column: string): Rank =>
  (row) => {
    const value = row[column];
    return typeof value === 'string' ? ranked([Buffer.from(value)]) : null;
  };
const name =
  (column: string): Rank =>
  (row) => {
    const leading = leadingText(row[column] as Parameters<typeof leadingText>[0]);
    return leading === null ? null : ranked([bytesOf(leading)]);
  };

type Amount = {
  readonly value: string | null;
  readonly unit: string;
  readonly basis: string | null;
};
/** By basis, then by what is measured, then by the number in one unit; a quantity without a number has no place. */
const amount =
  (column: string): Rank =>
  (row) => {
    const quantity = row[column] as Amount | null | undefined;
    if (!quantity || quantity.value === null) return null;
    const { value, unit, basis } = quantity;
    return ranked([Buffer.from(basis ?? ''), Buffer.from(dimension(unit)), inBase(value, unit)]);
  };

const RANKS: Readonly<Record<string, Rank>> = {
  NAME: name('name'),
  TITLE: name('title'),
  COUNTRY: text('countryCode'),
  JURISDICTION: text('jurisdictionCode'),
  TYPE: text('type'),
  STATUS: text('status'),
  COMMODITY: text('commodityCode'),
  YEAR: (row) => (typeof row.year === 'number' ? ranked([rational(String(row.year))]) : null),
  QUANTITY: amount('quantity'),
  CONTAINED: amount('contained'),
  EFFECTIVE_DATE: text('effectiveDate'),
  IN_FORCE_FROM: text('inForceFrom'),
  START_DATE: text('startDate'),
  UPDATED_AT: text('updatedAt'),
};
