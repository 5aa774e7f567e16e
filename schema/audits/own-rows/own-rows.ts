import { compareBytes } from '../../index.ts';
import type { Asking } from '../asking.ts';
import type { List } from '../lists.ts';
import { at, objectsAt, textAt } from '../reading.ts';
import { isRow, type Row } from './row.ts';

/** The member's own rows of a list, by id: all of them or, of a long list, the first. */
export type OwnRows = {
  readonly list: List;
  readonly rows: readonly Row[];
  readonly isWhole: boolean;
};

/** Every record of a list; of figures all editions. */
export async function everyRow(asking: Asking, list: List): Promise<OwnRows> {
  const { rows, isWhole } = await asking.sample(list);
  return { list, rows: rows.map(({ node }) => node).filter(isRow), isWhole };
}

/** The records that the list gives without a filter: of figures the newest editions alone. */
export async function ownRows(asking: Asking, list: List): Promise<OwnRows> {
  const every = await everyRow(asking, list);
  if (!hasEditions(list)) return every;
  const newest = await asking.once(`newest of ${list.field}`, () => newestIds(asking, list));
  return {
    list,
    rows: every.rows.filter(({ id }) => newest.ids.has(id)),
    isWhole: every.isWhole && newest.isWhole,
  };
}

export const hasEditions = ({ type }: List): boolean =>
  type === 'ResourceEstimate' || type === 'ProductionRecord';

const PAGES_MOST = 5;

async function newestIds(asking: Asking, { field }: List) {
  const ids = new Set<string>();
  const query = `query ($after: Position) { ${field}(first: 500, after: $after) {
    pageInfo { hasNextPage } edges { cursor node { id } } } }`;
  let after: string | null = null;
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const { data } = await asking.ask(query, { after });
    const edges = objectsAt(data, field, 'edges');
    for (const edge of edges) ids.add(textAt(edge, 'node', 'id'));
    after = textAt(edges.at(-1), 'cursor');
    if (at(data, field, 'pageInfo', 'hasNextPage') !== true || after === '')
      return { ids, isWhole: true };
  }
  return { ids, isWhole: false };
}

/** The greatest id up to which the rows are known, so that a longer answer is judged as far as it can be. */
export const knownUpTo = ({ rows, isWhole }: OwnRows): ((id: string) => boolean) => {
  const last = rows.at(-1)?.id ?? '';
  return (id) => isWhole || compareBytes(id, last) <= 0;
};
