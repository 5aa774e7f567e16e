import { decimalOrderKey, type OrderKey, orderKeysOf } from '../../../../schema/index.ts';
import type { SqlValue } from '../sql.ts';
import type { StoredColumn } from './field.ts';

export type OrderKeyColumn = {
  readonly name: string;
  readonly holds: 'text' | 'number';
  readonly bytesMax: number;
};
/** An order field's columns: a rank that is 1 where there is no key, so that nothing comes last in both directions, and the keys. */
export type Order = { readonly rank: string; readonly keys: readonly OrderKeyColumn[] };

const orderBy = (column: string, keys: readonly OrderKeyColumn[]): Order => ({
  rank: `${column}Rank`,
  keys,
});
/** As long as an index of MariaDB lets rank, key and id be: 3,072 bytes, with room to spare. */
const TEXT_BYTES_MAX = 2048;

/** By a column of the contract, whose bytes are its key. */
export const byColumn = (name: string): Order =>
  orderBy(name, [{ name, holds: 'text', bytesMax: TEXT_BYTES_MAX }]);
/** By the order key of a name. */
export const byName = (name: string): Order =>
  orderBy(name, [{ name: `${name}Key`, holds: 'text', bytesMax: TEXT_BYTES_MAX }]);
export const byNumber = (name: string): Order =>
  orderBy(name, [{ name: `${name}Key`, holds: 'number', bytesMax: 320 }]);
export const byQuantity = (name: string): Order =>
  orderBy(name, [
    { name: `${name}BasisKey`, holds: 'text', bytesMax: 256 },
    { name: `${name}DimensionKey`, holds: 'text', bytesMax: 32 },
    { name: `${name}NumberKey`, holds: 'number', bytesMax: 320 },
  ]);

export const orderColumns = ({ rank, keys }: Order): readonly StoredColumn[] => [
  { kind: 'whole', name: rank },
  ...keys.map(({ name, bytesMax }): StoredColumn => ({ kind: 'key', name, bytesMax })),
];

/** The values of an order's columns; where one key is missing, all of that order's are. */
export function orderValues(
  field: string,
  row: Readonly<Record<string, unknown>>,
): readonly SqlValue[] {
  const keys = orderKeysOf(field, row);
  return [keys.includes(null) ? 1 : 0, ...keys.map(storedKey)];
}

/** Numbers are kept as text whose bytes are in their order. */
export const storedKey = (key: OrderKey): string | null =>
  key !== null && typeof key === 'object' ? decimalOrderKey(key.n) : key;
