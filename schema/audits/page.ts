import { comparePositions, type OrderBy, type Position, parsePosition } from '../index.ts';
import type { Asking } from './asking.ts';
import type { List } from './lists.ts';
import { wholeFilter } from './read-sample.ts';
import { at, objectsAt, textAt } from './reading.ts';
import type { ReplyError } from './wire.ts';

/** A page of a list as a member gave it: ids and places, row by row. */
export type AskedPage = {
  readonly ids: readonly string[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean | null;
  readonly total: number | null;
  readonly errors: readonly ReplyError[];
};

export type PageAsk = {
  readonly orderBy?: readonly OrderBy[];
  /** As many as the member gives by itself, where it is not said. */
  readonly first?: number;
  readonly after?: string | null;
  readonly wantsTotal?: boolean;
};

/** Every claim on order and pages reads the records of all editions, so that what it sees can be held against the sample. */
export async function askPage(
  { ask }: Asking,
  list: List,
  { orderBy = [], first, after = null, wantsTotal = false }: PageAsk,
): Promise<AskedPage> {
  const [size, count] = [
    first === undefined ? '' : `, first: ${first}`,
    wantsTotal ? 'total { count }' : '',
  ];
  const query = `query ($filter: ${list.filter}, $orderBy: [${list.order}!], $after: Position) {
    ${list.field}(filter: $filter, orderBy: $orderBy, after: $after${size}) {
      ${count} pageInfo { hasNextPage } edges { cursor node { id } } } }`;
  const { data, errors } = await ask(query, { filter: wholeFilter(list), orderBy, after });
  const edges = objectsAt(data, list.field, 'edges');
  const more = at(data, list.field, 'pageInfo', 'hasNextPage');
  const total = at(data, list.field, 'total', 'count');
  return {
    ids: edges.map((each) => textAt(each, 'node', 'id')),
    cursors: edges.map((each) => textAt(each, 'cursor')),
    hasNextPage: typeof more === 'boolean' ? more : null,
    total: typeof total === 'number' ? total : null,
    errors,
  };
}

const LARGE_PAGE = 500;

/** The first 500 rows in an order; asked for once, however many claims look at it. */
export const orderedPage = (
  asking: Asking,
  list: List,
  orderBy: readonly OrderBy[],
): Promise<AskedPage> =>
  asking.once(`${list.field} in order ${JSON.stringify(orderBy)}`, () =>
    askPage(asking, list, { orderBy, first: LARGE_PAGE }),
  );

/** A row of a page with its place, for as long as the places can be read. */
export type PlacedRow = { readonly id: string; readonly position: Position };

export const placedRows = (
  { ids, cursors }: AskedPage,
  orderBy: readonly OrderBy[],
): readonly PlacedRow[] =>
  ids.flatMap((id, place) => {
    const position = parsePosition(cursors[place], orderBy);
    return position ? [{ id, position }] : [];
  });

/** The ids of the rows that follow a place, in their order. */
export function idsBehind(
  rows: readonly PlacedRow[],
  orderBy: readonly OrderBy[],
  place: Position,
): readonly string[] {
  const compare = comparePositions(orderBy);
  return rows
    .toSorted((a, b) => compare(a.position, b.position))
    .filter(({ position }) => compare(position, place) > 0)
    .map(({ id }) => id);
}

/** One order, as `orderBy` has it. */
export const orderOf = (field: string, direction: OrderBy['direction'] = 'ASC') =>
  [{ field, direction }] as const;

/** How an order is named in a sentence: `sites by NAME, falling`. */
export const inOrder = ({ field }: List, orderBy: readonly OrderBy[]): string =>
  orderBy.length === 0
    ? field
    : `${field} by ${orderBy.map((each) => `${each.field}${each.direction === 'DESC' ? ', falling' : ''}`).join(' and ')}`;
