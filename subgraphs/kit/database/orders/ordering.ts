import type { Direction, OrderBy } from '../../../../schema/index.ts';
import type { OwnedType } from '../../rows.ts';
import { refused } from '../refused.ts';
import { listed, own, type Sql, sql } from '../sql.ts';
import { type Order, type OrderKeyColumn, tableOf } from '../tables/index.ts';

/** An order of a list, resolved to columns: nothing last, the keys in their direction, and the id, always rising, for ties. */
export type Step = {
  readonly rank: string;
  readonly keys: readonly OrderKeyColumn[];
  readonly direction: Direction;
};

export const stepsOf = (type: OwnedType, orderBy: readonly OrderBy[]): readonly Step[] =>
  orderBy.map(({ field, direction }) => ({
    ...orderOf(type, field),
    direction: direction === 'DESC' ? 'DESC' : 'ASC',
  }));

function orderOf(type: OwnedType, field: string): Order {
  const known = tableOf(type).orders;
  const found = Object.entries(known).find(([name]) => name === field)?.[1];
  if (!found)
    throw refused(
      'BAD_VALUE',
      `Expected an order of ${type} (${Object.keys(known).join(', ')}), got ${field}.`,
    );
  return found;
}

export const orderedBy = (steps: readonly Step[]): Sql =>
  listed([
    ...steps.flatMap(({ rank, keys, direction }) => [
      own(rank),
      ...keys.map((key) => (direction === 'DESC' ? sql`${own(key.name)} DESC` : own(key.name))),
    ]),
    own('id'),
  ]);
