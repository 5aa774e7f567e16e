import type { Json, JsonObject } from './continent.ts';

export type Order = { readonly field: string; readonly direction: 'ASC' | 'DESC' };

/** Bytes of a text, a number times ten to the twentieth, or nothing. */
type Key = Buffer | bigint | null;

/** The contract's total order of rows, written apart from the members' and the gateway's: nulls last both ways, ties by id. */
export function inOrder(
  rows: readonly JsonObject[],
  orders: readonly Order[],
): readonly JsonObject[] {
  const keyed = rows.map((row) => ({
    row,
    id: bytes(String(row.id)),
    keys: orders.flatMap(({ field, direction }) =>
      keysOf(field, row).map((key) => ({ key, isDown: direction === 'DESC' })),
    ),
  }));
  return keyed
    .toSorted((a, b) => {
      for (const [place, { key, isDown }] of a.keys.entries()) {
        const order = compare(key, b.keys[place]?.key ?? null, isDown);
        if (order !== 0) return order;
      }
      return Buffer.compare(a.id, b.id);
    })
    .map(({ row }) => row);
}

function compare(a: Key, b: Key, isDown: boolean): number {
  if (a === null) return b === null ? 0 : 1;
  if (b === null) return -1;
  const order = ofTwo(a, b);
  return isDown ? -order : order;
}

const ofTwo = (a: Buffer | bigint, b: Buffer | bigint): number =>
  typeof a === 'bigint' || typeof b === 'bigint'
    ? Number(a > b) - Number(a < b)
    : Buffer.compare(a, b);

/** Columns of the rows by order field. Names and quantities have keys of their own. */
const COLUMNS: Readonly<Record<string, string>> = {
  COUNTRY: 'countryCode',
  JURISDICTION: 'jurisdictionCode',
  TYPE: 'type',
  STATUS: 'status',
  COMMODITY: 'commodityCode',
  EFFECTIVE_DATE: 'effectiveDate',
  IN_FORCE_FROM: 'inForceFrom',
  START_DATE: 'startDate',
  UPDATED_AT: 'updatedAt',
};

function keysOf(field: string, row: JsonObject): readonly Key[] {
  if (field === 'NAME') return [nameKey(row.name)];
  if (field === 'TITLE') return [nameKey(row.title)];
  if (field === 'YEAR') return [row.year == null ? null : scaled(String(row.year), 0)];
  if (field === 'QUANTITY') return quantityKeys(row.quantity);
  if (field === 'CONTAINED') return quantityKeys(row.contained);
  const column = COLUMNS[field];
  if (column === undefined) throw new Error(`Expected to know how ${field} orders rows.`);
  const value = row[column];
  return [value == null ? null : bytes(String(value))];
}

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

/** English, else the original language; without combining marks of the Latin block, and A-Z made small. */
function nameKey(name: Json | undefined): Key {
  if (name == null) return null;
  const names = name as JsonObject;
  const text = names.en ?? names[String(names.originalLanguage).toLowerCase()];
  if (text == null) return null;
  const letters = [...String(text).normalize('NFD')].filter(
    (each) => !/[\u0300-\u036f]/.test(each),
  );
  return bytes(letters.map((each) => (/^[A-Z]$/.test(each) ? each.toLowerCase() : each)).join(''));
}

/** Powers of ten to kilograms; carats are a dimension of their own. */
const POWERS: Readonly<Record<string, readonly [dimension: string, power: number]>> = {
  KILOGRAM: ['MASS', 0],
  TONNE: ['MASS', 3],
  KILOTONNE: ['MASS', 6],
  MEGATONNE: ['MASS', 9],
  CARAT: ['MASS_OF_GEMS', 0],
};

/** Basis, dimension, amount; a figure without a number has none of them. */
function quantityKeys(given: Json | undefined): readonly Key[] {
  const quantity = given as JsonObject | null | undefined;
  if (quantity?.value == null) return [null, null, null];
  const [dimension, power] = POWERS[String(quantity.unit)] ?? [];
  if (dimension === undefined || power === undefined)
    throw new Error(`Expected to know the unit ${quantity.unit}.`);
  return [
    bytes(String(quantity.basis ?? '')),
    bytes(dimension),
    scaled(String(quantity.value), power),
  ];
}

const PLACES = 20;
function scaled(decimal: string, power: number): bigint {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(PLACES, '0')) * 10n ** BigInt(power);
}
