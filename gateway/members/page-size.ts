import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';

/** A page of a list: its rows, what one of them takes in an answer, and how many members are asked for it. */
export type PageSize = {
  readonly rows: number;
  readonly rowBytes: number;
  readonly members: number;
  /** Whether one of the members is asked for the whole page whatever the others are. */
  readonly isLed: boolean;
};

/**
 * How many rows each member is asked for first: all of the page while they go out in one round of the network, or where a fraction would be
 * more than half of them; else the fraction that is mostly enough for evenly spread rows.
 */
export function firstRowsOf(page: PageSize, bytesMax: number): number {
  const { rows, rowBytes, members } = page;
  if (rows * rowBytes <= bytesMax) return rows;
  const fraction = Math.max(2, Math.min(rowsLikely(rows / members), mostOf(page)));
  return fraction * 2 <= rows ? fraction : rows;
}

/** Where so many rows are expected of a member, three deviations more: it seldom has as many. */
export const rowsLikely = (expected: number): number =>
  Math.ceil(expected + 3 * Math.sqrt(expected));

/** For each row of the page no more than so many come first, all members together: refills, and the one that leads, have their place below four. */
const mostOf = ({ rows, members, isLed }: PageSize): number =>
  Math.floor(((isLed ? FIRST_ROWS_BESIDE_ONE_MAX : FIRST_ROWS_PER_ROW_MAX) * rows) / members);
const [FIRST_ROWS_PER_ROW_MAX, FIRST_ROWS_BESIDE_ONE_MAX] = [3.25, 3];

/**
 * What a row takes in an answer by the number of its values: its position and ids, and a name and a short text for each. What stands beside the
 * rows, as their total or coverage, is there once or not asked for at all.
 */
export const rowBytesOf = (node: FieldNode): number =>
  HEAD_BYTES + VALUE_BYTES * valuesIn(node.selectionSet, ['edges']);
const [HEAD_BYTES, VALUE_BYTES] = [100, 28];

/** Values in these fields of a selection; in all where none is named. */
function valuesIn(set: SelectionSetNode | undefined, names?: readonly string[]): number {
  let values = 0;
  for (const each of set?.selections ?? []) {
    if (each.kind === Kind.FRAGMENT_SPREAD) continue; // they are written out before
    if (each.kind === Kind.INLINE_FRAGMENT) values += valuesIn(each.selectionSet, names);
    else if (names?.includes(each.name.value) ?? true)
      values += each.selectionSet ? valuesIn(each.selectionSet) : 1;
  }
  return values;
}
