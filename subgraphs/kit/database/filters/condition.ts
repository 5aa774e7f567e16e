import { orderKeyOfText } from '../../../../schema/index.ts';
import { refused } from '../refused.ts';
import { allOf, anyOf, isAmong, name, own, type Sql, sql } from '../sql.ts';
import { instantKey } from '../tables/index.ts';
import { askedNumbers, askedText, askedTexts } from './asked-value.ts';

/** What a filter's field asks of a record. */
export type Condition = (value: unknown, field: string) => Sql;

/** Any of these words; none of them where the list is empty. */
export const among =
  (column: string): Condition =>
  (value, field) =>
    isAmong(own(column), askedTexts(field, value));

/** Any of these words among a record's many. */
export const amongMany =
  (link: string, column: string): Condition =>
  (value, field) => {
    const isWanted = isAmong(sql`l.${name(column)}`, askedTexts(field, value));
    return sql`EXISTS (SELECT 1 FROM ${name(link)} l WHERE l.recordId = ${own('id')} AND ${isWanted})`;
  };

/** The order key of the name holds that of the text: bytes in bytes, so nothing in it is a wildcard. */
export const holdsText =
  (column: string): Condition =>
  (value, field) =>
    sql`INSTR(${own(column)}, ${orderKeyOfText(askedText(field, value))}) > 0`;

export const updatedSince: Condition = (value, field) =>
  sql`${own('updatedInstant')} >= ${instantKey(askedText(field, value))}`;

/** Edges included; a box whose west lies east of its east goes across the antimeridian. */
export const insideBox: Condition = (value, field) => {
  const { south, west, north, east } = askedNumbers(field, value, [
    'south',
    'west',
    'north',
    'east',
  ]);
  if (south === null || west === null || north === null || east === null)
    throw refused('BAD_VALUE', `Expected south, west, north and east of ${field}; give all four.`);
  const [lat, lon] = [own('locationLat'), own('locationLon')];
  const isBetween = west <= east ? allOf : anyOf;
  return allOf([
    sql`${lat} >= ${south}`,
    sql`${lat} <= ${north}`,
    isBetween([sql`${lon} >= ${west}`, sql`${lon} <= ${east}`]),
  ]);
};

/** Both ends included; a figure without a year lies in no years. */
export const insideYears: Condition = (value, field) => {
  const { from, to } = askedNumbers(field, value, ['from', 'to']);
  const year = own('year');
  return allOf([
    ...(from === null ? [] : [sql`${year} >= ${from}`]),
    ...(to === null ? [] : [sql`${year} <= ${to}`]),
  ]);
};
