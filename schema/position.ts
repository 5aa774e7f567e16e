import { isDecimal } from './decimal.ts';
import {
  compareBytes,
  compareOrderKeys,
  type Direction,
  type OrderBy,
  type OrderKey,
  orderKeyCount,
  orderKeysOf,
} from './order-key.ts';

/** A place in a list: the order keys in their order, then the record's id, which breaks every tie, always ascending. */
export type Position = { readonly keys: readonly OrderKey[]; readonly id: string };

/** As a member sends it and takes it: a JSON array in a string, `["kolwezi","CD:site:7"]`; numbers as `{"n":"12.5"}`. */
export const writePosition = ({ keys, id }: Position): string => JSON.stringify([...keys, id]);

/** The position in a text; undefined where it is none, or has not as many keys as the order. */
export function parsePosition(text: unknown, orderBy: readonly OrderBy[]): Position | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = parseArray(text);
  const id = parts?.at(-1);
  if (!parts || typeof id !== 'string' || !hasBytes(id)) return undefined;
  const keys = parts.slice(0, -1);
  return keys.length === keyCount(orderBy) && keys.every(isOrderKey) ? { keys, id } : undefined;
}

function parseArray(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isOrderKey(value: unknown): value is OrderKey {
  if (value === null) return true;
  if (typeof value === 'string') return hasBytes(value);
  if (typeof value !== 'object' || !('n' in value)) return false;
  return typeof value.n === 'string' && isDecimal(value.n);
}

/** Half a surrogate pair has no UTF-8 bytes, and so no place in the order. */
const hasBytes = (text: string): boolean => !/\p{Surrogate}/u.test(text);

const keyCount = (orderBy: readonly OrderBy[]) =>
  orderBy.reduce((sum, { field }) => sum + orderKeyCount(field), 0);

/** The position of a row in the contract's own columns. */
export const positionOf = (
  row: Readonly<Record<string, unknown>>,
  orderBy: readonly OrderBy[],
): Position => ({
  keys: orderBy.flatMap(({ field }) => orderKeysOf(field, row)),
  id: String(row.id),
});

/** The total order of positions that `orderBy` makes. */
export function comparePositions(
  orderBy: readonly OrderBy[],
): (a: Position, b: Position) => number {
  const directions: readonly Direction[] = orderBy.flatMap(({ field, direction }) =>
    Array<Direction>(orderKeyCount(field)).fill(direction),
  );
  return (a, b) => {
    for (const [place, direction] of directions.entries()) {
      const order = compareOrderKeys(a.keys[place] ?? null, b.keys[place] ?? null, direction);
      if (order !== 0) return order;
    }
    return compareBytes(a.id, b.id);
  };
}
