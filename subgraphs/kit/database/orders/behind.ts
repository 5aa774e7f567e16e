import type { OrderKey, Position } from '../../../../schema/index.ts';
import { refused } from '../refused.ts';
import { allOf, own, type Sql, type SqlValue, sql } from '../sql.ts';
import { type OrderKeyColumn, storedKey } from '../tables/index.ts';
import type { Step } from './ordering.ts';

/** A column of the order and the position's value in it. */
type Mark = { readonly column: string; readonly value: SqlValue; readonly falls: boolean };

/**
 * The places behind a position, as ranges of the order's index: alike in the first columns and further in the next. They do not overlap, and each
 * is one stretch of the index; one condition for all of them would make SQLite walk the index from its start.
 */
export function rangesBehind(steps: readonly Step[], { keys, id }: Position): readonly Sql[] {
  const marks = [...marksOf(steps, keys), { column: 'id', value: id, falls: false }];
  return marks.flatMap((mark, place) => {
    const alike = marks.slice(0, place).map(({ column, value }) => sql`${own(column)} = ${value}`);
    return isLastRank(mark) ? [] : [allOf([...alike, isFurther(mark)])];
  });
}

const isFurther = ({ column, value, falls }: Mark): Sql =>
  falls ? sql`${own(column)} < ${value}` : sql`${own(column)} > ${value}`;

/** Nothing is further than the rank of those without a key. */
const isLastRank = ({ value }: Mark): boolean => value === 1;

function marksOf(steps: readonly Step[], keys: readonly OrderKey[]): readonly Mark[] {
  const starts = steps.map((_, place) => width(steps.slice(0, place)));
  if (keys.length !== width(steps)) throw strayPosition();
  return steps.flatMap((step, place) => {
    const start = starts[place] ?? 0;
    return marksOfStep(step, keys.slice(start, start + step.keys.length));
  });
}

const width = (steps: readonly Step[]): number =>
  steps.reduce((sum, { keys }) => sum + keys.length, 0);

function marksOfStep(
  { rank, keys, direction }: Step,
  values: readonly OrderKey[],
): readonly Mark[] {
  if (values.every((value) => value === null)) return [{ column: rank, value: 1, falls: false }];
  const marks = keys.map((column, place) => ({
    column: column.name,
    value: markOf(column, values[place] ?? null),
    falls: direction === 'DESC',
  }));
  return [{ column: rank, value: 0, falls: false }, ...marks];
}

function markOf({ holds }: OrderKeyColumn, key: OrderKey): SqlValue {
  const held = typeof key === 'string' ? 'text' : 'number';
  if (key === null || held !== holds) throw strayPosition();
  return storedKey(key);
}

const strayPosition = (): Error =>
  refused('BAD_CURSOR', 'Expected a position of this list and order; start again without `after`.');
