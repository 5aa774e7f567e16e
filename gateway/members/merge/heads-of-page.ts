import { comparePositions, type Position, parsePosition } from '../../../schema/index.ts';
import type { JsonObject } from '../json.ts';
import { cursorAt, idAt, type Page, risesById, rowAt, rowsIn, valueNamed } from '../read/index.ts';
import { wantedBy } from './filtered.ts';
import {
  faultOfEnd,
  firstDisorder,
  firstStray,
  type Heads,
  type PageOrder,
  POSITION_LENGTH_MAX,
} from './heads.ts';

/**
 * The heads of a page that was read, whose records are the member's own and stand beside their heads. Undefined where anything is wrong with
 * it: then it is for `checkHeads` to say what.
 */
export function headsOfPage(member: string, page: Page, order: PageOrder): Heads | undefined {
  const count = rowsIn(page);
  const positionAt = count <= order.first ? positionsIn(page, order) : undefined;
  const zlg_page = valueNamed(page, 'zlg_page') ?? {};
  const total = valueNamed(page, 'zlg_total') ?? undefined;
  const isWrong = faultOfEnd(count, { zlg_page, ...(total && { zlg_total: total }) });
  if (!positionAt || isWrong || showsStray(page, order)) return undefined;
  const hasMore = zlg_page.hasNextPage === true;
  return {
    member,
    count,
    positionAt,
    rowAt: (name, row) => rowAt(page, name, row),
    hasMore,
    total,
  };
}

/** By id alone there is nothing to compute: a position is made where a row comes to be compared. */
function positionsIn(page: Page, order: PageOrder): Heads['positionAt'] | undefined {
  const { orderBy, after } = order;
  if (orderBy.length > 0 || !risesById(page)) return computedIn(page, order);
  const first = idPosition(page, 0);
  const isBehind = !first || !after || comparePositions(orderBy)(after, first) < 0;
  return isBehind ? (row) => idPosition(page, row) : undefined;
}

const idPosition = (page: Page, row: number): Position | undefined =>
  row < rowsIn(page) ? { keys: [], id: idAt(page, row) } : undefined;

function computedIn(page: Page, order: PageOrder): Heads['positionAt'] | undefined {
  const positions: Position[] = [];
  for (let row = 0; row < rowsIn(page); row += 1) {
    const cursor = cursorAt(page, row);
    const position = parsePosition(cursor, order.orderBy);
    if (!position || cursor.length > POSITION_LENGTH_MAX || position.id !== idAt(page, row))
      return undefined;
    positions.push(position);
  }
  return firstDisorder(positions, order) === undefined ? (row) => positions[row] : undefined;
}

function showsStray(page: Page, { filter = {} }: PageOrder): boolean {
  const wanted = wantedBy(filter);
  if (wanted.length === 0) return false;
  const rowsOf = (name: string) =>
    Array.from({ length: rowsIn(page) }, (_, row) => rowAt(page, name, row) as JsonObject);
  return [...page.rows.keys()].some((name) => firstStray(rowsOf(name), wanted) !== undefined);
}
