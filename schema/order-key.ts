import { compareDecimals } from './decimal.ts';
import { dimensionOf, inBaseUnit, type Unit } from './units.ts';

/** A key of an order: text compared as UTF-8 bytes, a number compared exactly, or nothing, which is last in both directions. */
export type OrderKey = string | { readonly n: string } | null;
export type Direction = 'ASC' | 'DESC';
export type OrderBy = { readonly field: string; readonly direction: Direction };

/**
 * The order key of a text, alike in every language: NFD, drop U+0300-U+036F, lower A-Z only; `order-key-vectors.json` has examples to
 * check against. Half a surrogate pair has no UTF-8 bytes, so it counts as U+FFFD, as every encoder writes it.
 */
export const orderKeyOfText = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

export type NameParts = {
  readonly en?: string | null;
  readonly fr?: string | null;
  readonly ar?: string | null;
  readonly pt?: string | null;
  readonly originalLanguage?: string | null;
};
type QuantityParts = {
  readonly value?: string | null;
  readonly unit: string;
  readonly basis?: string | null;
};
type Row = Readonly<Record<string, unknown>>;

/** A name's order key is its English name's, or the original's where there is none. */
export function orderKeyOfName(name: NameParts | null | undefined): string | null {
  if (!name) return null;
  const language = (name.originalLanguage ?? '').toLowerCase();
  const original = name[language as 'en' | 'fr' | 'ar' | 'pt'];
  const text = name.en ?? original ?? name.fr ?? name.pt ?? name.ar;
  return text == null ? null : orderKeyOfText(text);
}

/** Basis, dimension and the number in the base unit, so that unlike bases stand one group after another. */
export function orderKeysOfQuantity(
  quantity: QuantityParts | null | undefined,
): readonly OrderKey[] {
  if (quantity?.value == null) return [null, null, null];
  const unit = quantity.unit as Unit;
  return [quantity.basis ?? '', dimensionOf(unit), { n: inBaseUnit(quantity.value, unit) }];
}

const text = (value: unknown): readonly OrderKey[] => [value == null ? null : String(value)];
const number = (value: unknown): readonly OrderKey[] => [
  value == null ? null : { n: String(value) },
];

/** The keys of each order field of the contract, from a row in the contract's own columns. */
const KEYS = {
  NAME: (row: Row) => [orderKeyOfName(row.name as NameParts)],
  TITLE: (row: Row) => [orderKeyOfName(row.title as NameParts)],
  COUNTRY: (row: Row) => text(row.countryCode),
  JURISDICTION: (row: Row) => text(row.jurisdictionCode),
  TYPE: (row: Row) => text(row.type),
  STATUS: (row: Row) => text(row.status),
  COMMODITY: (row: Row) => text(row.commodityCode),
  YEAR: (row: Row) => number(row.year),
  QUANTITY: (row: Row) => orderKeysOfQuantity(row.quantity as QuantityParts),
  CONTAINED: (row: Row) => orderKeysOfQuantity(row.contained as QuantityParts),
  EFFECTIVE_DATE: (row: Row) => text(row.effectiveDate),
  IN_FORCE_FROM: (row: Row) => text(row.inForceFrom),
  START_DATE: (row: Row) => text(row.startDate),
  UPDATED_AT: (row: Row) => text(row.updatedAt),
} as const satisfies Readonly<Record<string, (row: Row) => readonly OrderKey[]>>;

export type OrderField = keyof typeof KEYS;
const isOrderField = (name: string): name is OrderField => Object.hasOwn(KEYS, name);

/** The order keys of a row for one order field: one key, or three for a quantity. */
export function orderKeysOf(field: string, row: Row): readonly OrderKey[] {
  if (!isOrderField(field))
    throw new Error(`Expected an order field of the contract, got ${field}.`);
  return KEYS[field](row);
}

/** How many keys an order field has. */
export const orderKeyCount = (field: string): number =>
  field === 'QUANTITY' || field === 'CONTAINED' ? 3 : 1;

/** Negative, zero or positive; null is last whatever the direction. */
export function compareOrderKeys(a: OrderKey, b: OrderKey, direction: Direction): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = compareValues(a, b);
  return direction === 'DESC' ? -order : order;
}

function compareValues(
  a: string | { readonly n: string },
  b: string | { readonly n: string },
): number {
  if (typeof a === 'object' && typeof b === 'object') return compareDecimals(a.n, b.n);
  if (typeof a === 'string' && typeof b === 'string') return compareBytes(a, b);
  return typeof a === 'object' ? -1 : 1;
}

/** The order of the UTF-8 bytes of two texts: that of their code points, which JavaScript's `<` is not. Both are well-formed. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let place = 0; place < length; place += 1) {
    const [left, right] = [a.charCodeAt(place), b.charCodeAt(place)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** UTF-16 puts surrogates (U+10000 and above) before U+E000-U+FFFF; bytes put them behind. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
