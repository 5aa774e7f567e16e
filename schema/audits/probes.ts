import { readFileSync } from 'node:fs';
import type { OrderBy, OrderKey, Position } from '../index.ts';
import type { Asking } from './asking.ts';
import { keptUnless, notApplicable, type Seen } from './claim.ts';
import type { List } from './lists.ts';
import { askPage, idsBehind, inOrder, orderedPage, type PlacedRow, placedRows } from './page.ts';
import { shown } from './reading.ts';

/** Asks what follows places that no row has: so a member's comparison is seen with texts that its own records do not hold. */
export type Probing = {
  readonly asking: Asking;
  readonly list: List;
  readonly orderBy: readonly OrderBy[];
  /** The rows whose order is known, and whether they are all. */
  readonly rows: readonly PlacedRow[];
  readonly isWhole: boolean;
};

export async function probing(
  asking: Asking,
  list: List,
  orderBy: readonly OrderBy[],
): Promise<Probing> {
  const page = await orderedPage(asking, list, orderBy);
  const isWhole = page.hasNextPage === false;
  return { asking, list, orderBy, rows: placedRows(page, orderBy), isWhole };
}

const ROWS_LOOKED_AT = 5;

/** What is wrong with the rows that follow a place; nothing where that cannot be told from the rows that are known. */
export async function faultsBehind(probe: Probing, place: Position): Promise<readonly string[]> {
  const { asking, list, orderBy, rows, isWhole } = probe;
  const wanted = idsBehind(rows, orderBy, place).slice(0, ROWS_LOOKED_AT);
  if (!isWhole && wanted.length < ROWS_LOOKED_AT) return [];
  const after = JSON.stringify([...place.keys, place.id]);
  const { ids, errors } = await askPage(asking, list, { orderBy, first: ROWS_LOOKED_AT, after });
  if (ids.length === wanted.length && ids.every((id, row) => id === wanted[row])) return [];
  const why = errors[0] ? ` It says: ${errors[0].message}` : '';
  return [
    `In ${inOrder(list, orderBy)}, behind ${after} expected ${sayIds(wanted)}, got ${sayIds(ids)}.${why}`,
  ];
}

const sayIds = (ids: readonly string[]): string =>
  ids.length === 0 ? 'no row' : ids.slice(0, 2).map(shown).join(', ');

/** What follows each of these places of each probe; there is nothing to be told without rows. */
export async function probed(
  probes: readonly Probing[],
  placesOf: (probe: Probing) => readonly Position[],
): Promise<Seen> {
  const filled = probes.filter(({ rows }) => rows.length > 0);
  const asked = filled.flatMap((probe) => placesOf(probe).map((place) => ({ probe, place })));
  if (asked.length === 0) return notApplicable('It holds no such records.');
  const faults = await Promise.all(asked.map(({ probe, place }) => faultsBehind(probe, place)));
  return keptUnless(faults.flat(), `What follows ${asked.length} places is what should.`);
}

/** A place before all rows of these keys: no id is before the empty text. */
export const placeBefore = (...keys: readonly OrderKey[]): Position => ({ keys, id: '' });

type Vectors = {
  readonly keysAscending: readonly string[];
  readonly numbersAscending: readonly string[];
};
/** Keys and numbers that many a collation and many a number type put elsewhere. */
export const VECTORS = JSON.parse(
  readFileSync(new URL('../order-key-vectors.json', import.meta.url), 'utf8'),
) as Vectors;
