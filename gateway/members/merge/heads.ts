import {
  comparePositions,
  type OrderBy,
  type Position,
  parsePosition,
} from '../../../schema/index.ts';
import type { Json, JsonObject } from '../json.ts';
import { strayIn, type Wanted, wantedBy } from './filtered.ts';

/** A member's page as it is believed: rows whose positions rise, and whether the member has more behind them. */
export type Heads = {
  readonly member: string;
  readonly count: number;
  readonly positionAt: (row: number) => Position | undefined;
  readonly rowAt: (responseName: string, row: number) => Json;
  readonly hasMore: boolean;
  /** How many rows it says it has in all, where it was asked. */
  readonly total: JsonObject | undefined;
};
export type Checked =
  | { readonly kind: 'kept'; readonly heads: Heads }
  | { readonly kind: 'broken'; readonly member: string; readonly says: string };

export type PageOrder = {
  readonly orderBy: readonly OrderBy[];
  readonly first: number;
  readonly after: Position | undefined;
  readonly filter?: JsonObject;
};

/**
 * The heads of a member's answer, or what it did wrong: positions rise, lie behind the one asked, are of its own records and of the rows
 * beside them, those that the client sees too, that the filter lets
 * through as far as they show it, and there are no more than asked. A member that breaks this has none of its rows shown.
 */
export function checkHeads(member: string, value: JsonObject, order: PageOrder): Checked {
  const broken = (says: string): Checked => ({ kind: 'broken', member, says: `${member} ${says}` });
  const edges = value.zlg_edges;
  if (!Array.isArray(edges)) return broken('gave no list of edges.');
  if (edges.length > order.first)
    return broken(`gave ${edges.length} rows where ${order.first} were asked.`);
  const positions: Position[] = [];
  for (const edge of edges as readonly Json[]) {
    const position = headOf(edge, member, order.orderBy);
    if (typeof position === 'string') return broken(position);
    positions.push(position);
  }
  const fault =
    firstDisorder(positions, order) ??
    firstStranger(positions, value, wantedBy(order.filter ?? {})) ??
    faultOfEnd(positions.length, value);
  return fault ? broken(fault) : { kind: 'kept', heads: headsOf(member, positions, value) };
}

export const headsOf = (
  member: string,
  positions: readonly Position[],
  { zlg_page, zlg_total, ...rows }: JsonObject,
): Heads => ({
  member,
  count: positions.length,
  positionAt: (row) => positions[row],
  rowAt: (responseName, row) => (rows[responseName] as readonly Json[] | undefined)?.[row] ?? null,
  hasMore: (zlg_page as JsonObject | undefined)?.hasNextPage === true,
  total: (zlg_total ?? undefined) as JsonObject | undefined,
});

/** What it says of the rows behind the page, and of how many there are in all. */
export function faultOfEnd(rows: number, value: JsonObject): string | undefined {
  const { hasNextPage } = (value.zlg_page ?? {}) as JsonObject;
  if (typeof hasNextPage !== 'boolean') return 'does not say whether more rows follow.';
  if (hasNextPage && rows === 0) return 'says that rows follow a page without rows.';
  const least = rows + Number(hasNextPage);
  const { count = least } = (value.zlg_total ?? {}) as JsonObject;
  return Number(count) >= least
    ? undefined
    : `counts ${JSON.stringify(count)} rows in all, and has given or promised ${least}.`;
}

/** Longer than any order key that members keep; cursors carry positions, one for each member missed. */
export const POSITION_LENGTH_MAX = 8_192;

/** The position of an edge, or a sentence on what is wrong with it. */
function headOf(edge: Json, member: string, orderBy: readonly OrderBy[]): Position | string {
  const { cursor, node } = (edge ?? {}) as JsonObject;
  if (typeof cursor === 'string' && cursor.length > POSITION_LENGTH_MAX)
    return `gave a cursor of ${cursor.length} characters; a position has ${POSITION_LENGTH_MAX} at most.`;
  const position = parsePosition(cursor, orderBy);
  if (!position)
    return `gave the cursor ${JSON.stringify(cursor)?.slice(0, 200)}, which is no position of this order.`;
  if (!position.id.startsWith(`${member}:`))
    return `gave the record ${position.id}, which is not its own.`;
  const id = ((node ?? {}) as JsonObject).id;
  if (id !== position.id)
    return `gave the position of ${position.id} to the record ${typeof id === 'string' ? id : JSON.stringify(id ?? null)}.`;
  return position;
}

export function firstDisorder(
  positions: readonly Position[],
  { orderBy, after }: PageOrder,
): string | undefined {
  const compare = comparePositions(orderBy);
  let last = after;
  for (const position of positions) {
    if (last && compare(last, position) >= 0)
      return `gave ${position.id} behind ${last.id}, which it does not follow in this order.`;
    last = position;
  }
  return undefined;
}

/** What a client would see that is not the row of its head: the gateway has asked for each row's id beside it. */
function firstStranger(
  positions: readonly Position[],
  value: JsonObject,
  wanted: readonly Wanted[],
): string | undefined {
  const shown = Object.entries(value).filter(([name]) => !name.startsWith('zlg_'));
  for (const [name, rows] of shown) {
    if (typeof rows === 'string') continue; // __typename, under whatever name
    if (!Array.isArray(rows) || rows.length !== positions.length)
      return `gave other rows as ${name} than it gave positions for.`;
    const place = (rows as readonly Json[]).findIndex((row, at) => !isRowOf(row, positions[at]));
    if (place >= 0) return `gave another record at the position of ${positions[place]?.id}.`;
    const stray = firstStray(rows as readonly JsonObject[], wanted);
    if (stray !== undefined) return stray;
  }
  return undefined;
}

/** The first row that shows that its filter was not heeded. */
export function firstStray(
  edges: readonly JsonObject[],
  wanted: readonly Wanted[],
): string | undefined {
  if (wanted.length === 0) return undefined;
  for (const edge of edges)
    for (const row of recordsOf(edge)) {
      const stray = strayIn(row, wanted);
      if (stray !== undefined) return `gave ${String(row.zlg_id)}, ${stray}.`;
    }
  return undefined;
}

/** Of an edge all that is an object is its record, under whatever names. */
const recordsOf = (edge: JsonObject): readonly JsonObject[] =>
  Object.values(edge).filter(
    (each): each is JsonObject => each !== null && typeof each === 'object',
  );

const isRowOf = (edge: Json, position: Position | undefined): boolean =>
  edge !== null &&
  typeof edge === 'object' &&
  recordsOf(edge as JsonObject).every((row) => row.zlg_id === position?.id);
