import { comparePositions, type Position, parsePosition } from '../../../schema/index.ts';
import type { JsonObject } from '../member.ts';
import type { Page } from '../read/index.ts';
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
  const { count } = page;
  const positionAt = count <= order.first ? positionsIn(page, order) : undefined;
  const zlg_page = page.valueNamed('zlg_page') ?? {};
  const total = page.valueNamed('zlg_total') ?? undefined;
  const isWrong = faultOfEnd(count, { zlg_page, ...(total && { zlg_total: total }) });
  if (!positionAt || isWrong || showsStray(page, order)) return undefined;
  const hasMore = zlg_page.hasNextPage === true;
  return { member, count, positionAt, rowAt: page.rowAt, hasMore, total };
}

/** By id alone there is nothing to compute: a position is made where a row comes to be compared. */
function positionsIn(page: Page, order: PageOrder): Heads['positionAt'] | undefined {
  const { orderBy, after } = order;
  if (orderBy.length > 0 || !page.risesById()) return computedIn(page, order);
  const positionAt = (row: number): Position | undefined =>
    row < page.count ? { keys: [], id: page.idAt(row) } : undefined;
  const first = positionAt(0);
  const isBehind = !first || !after || comparePositions(orderBy)(after, first) < 0;
  return isBehind ? positionAt : undefined;
}

function computedIn(page: Page, order: PageOrder): Heads['positionAt'] | undefined {
  const positions: Position[] = [];
  for (let row = 0; row < page.count; row += 1) {
    const cursor = page.cursorAt(row);
    const position = parsePosition(cursor, order.orderBy);
    if (!position || cursor.length > POSITION_LENGTH_MAX || position.id !== page.idAt(row))
      return undefined;
    positions.push(position);
  }
  return firstDisorder(positions, order) === undefined ? (row) => positions[row] : undefined;
}

function showsStray(page: Page, { filter = {} }: PageOrder): boolean {
  const wanted = wantedBy(filter);
  if (wanted.length === 0) return false;
  const rowsOf = (name: string) =>
    Array.from({ length: page.count }, (_, row) => page.rowAt(name, row) as JsonObject);
  return page.names.some((name) => firstStray(rowsOf(name), wanted) !== undefined);
}
