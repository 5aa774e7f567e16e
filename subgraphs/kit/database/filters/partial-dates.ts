import { own, sql } from '../sql.ts';
import { askedText } from './asked-value.ts';
import type { Condition } from './condition.ts';

/*
 * A date of reduced precision is every day it may mean: 2025-02 is all of February. Something begins on the first of them, and for that the
 * texts compare as they are, for `2025-02` is less than `2025-02-01`. An event ends on the last of them, so its end is compared with as much of
 * the day as it has itself. An end that is exclusive is reached on the first.
 */

export const inForceOn: Condition = (value, field) => {
  const day = askedText(field, value);
  const [from, to] = [own('inForceFrom'), own('inForceTo')];
  return sql`${from} <= ${day} AND (${to} IS NULL OR ${to} > ${day})`;
};

/** Not over before this day. */
export const notOverBefore: Condition = (value, field) => {
  const end = sql`COALESCE(${own('endDate')}, ${own('startDate')})`;
  return sql`${end} >= SUBSTR(${askedText(field, value)}, 1, LENGTH(${end}))`;
};

/** Begun by this day. */
export const begunBy: Condition = (value, field) =>
  sql`${own('startDate')} <= ${askedText(field, value)}`;
