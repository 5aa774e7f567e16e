import { type OrderKey, orderKeysOf } from '../index.ts';
import { at, objectsAt, textAt } from './reading.ts';
import type { Sample } from './sample.ts';
import { isObject, type JsonObject } from './wire.ts';

/** The field of a record by which each order goes. */
const FIELDS: Readonly<Record<string, string>> = {
  NAME: 'name',
  TITLE: 'title',
  COUNTRY: 'countryCode',
  JURISDICTION: 'jurisdictionCode',
  TYPE: 'type',
  STATUS: 'status',
  COMMODITY: 'commodityCode',
  YEAR: 'year',
  QUANTITY: 'quantity',
  CONTAINED: 'contained',
  EFFECTIVE_DATE: 'effectiveDate',
  IN_FORCE_FROM: 'inForceFrom',
  START_DATE: 'startDate',
  UPDATED_AT: 'updatedAt',
};

/** The order keys that a record has by what it shows; undefined where it withholds it, for then its place says what it does not. */
export function shownKeys(node: JsonObject, orderField: string): readonly OrderKey[] | undefined {
  if (isWithheld(node, FIELDS[orderField] ?? '')) return undefined;
  try {
    return orderKeysOf(orderField, node);
  } catch {
    return undefined; // no number where one is due; a claim on values says so
  }
}

/** Whether a record is not public, or names the field among those that it withholds. */
export function isWithheld(node: JsonObject, field: string): boolean {
  const { governance } = node;
  if (!isObject(governance)) return false;
  const isPublic = textAt(governance, 'classification') === 'PUBLIC';
  const embargo = at(governance, 'embargoUntil');
  const paths = objectsAt(governance, 'redactions').map((each) => textAt(each, 'path'));
  return !isPublic || embargo != null || paths.some((path) => path.split('.')[0] === field);
}

/** The records of a sample by their ids. */
export const nodesOf = ({ rows }: Sample): ReadonlyMap<string, JsonObject> =>
  new Map(rows.map(({ node }) => [textAt(node, 'id'), node]));
