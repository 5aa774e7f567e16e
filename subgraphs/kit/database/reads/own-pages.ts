import type { OwnList, OwnPage, OwnPageAsk } from '../../repository.ts';
import type { RowsByType } from '../../rows.ts';
import type { Run } from '../connection.ts';
import { newestEdition } from '../filters/index.ts';
import { orderedBy, stepsOf } from '../orders/index.ts';
import { allOf, isAmong, own, type Sql, sql } from '../sql.ts';
import { rowFrom, tableOf } from '../tables/index.ts';
import { columnsOf, tableNamed } from './columns.ts';
import { countOf } from './count-of.ts';
import { groupedBy } from './grouped.ts';

/** Figures newest first, sites by id. */
const NEWEST_FIRST = {
  Site: [],
  ResourceEstimate: [{ field: 'EFFECTIVE_DATE', direction: 'DESC' }],
  ProductionRecord: [{ field: 'YEAR', direction: 'DESC' }],
} as const;

/** A page of each parent's own list: one statement for all parents, and one more for their totals. */
export async function ownPages<List extends OwnList>(
  run: Run,
  { list, parentIds }: { readonly list: List; readonly parentIds: readonly string[] },
  ask: OwnPageAsk,
): Promise<readonly OwnPage<RowsByType[List['type']]>[]> {
  const chosen = allOf([
    isAmong(own(list.by), parentIds),
    ...(tableOf(list.type).figureOf ? [newestEdition] : []),
  ]);
  const [rows, counted] = await Promise.all([
    run(pagesStatement(list, ask, chosen)),
    ask.wantsTotal ? run(totals(list, chosen)) : undefined,
  ]);
  const rowsUnder = groupedBy(rows, list.by);
  const countUnder = counted && groupedBy(counted, list.by);
  return parentIds.map((id) => ({
    rows: rowsUnder(id)
      .slice(0, ask.first)
      .map((row) => rowFrom(tableOf<List['type']>(list.type), row)),
    hasMore: rowsUnder(id).length > ask.first,
    total: countUnder ? countOf(countUnder(id)[0]) : null,
  }));
}

/** Places are counted within each parent's list; a list that does not hold `after` begins at its start. */
function pagesStatement({ type, by }: OwnList, { first, after }: OwnPageAsk, chosen: Sql): Sql {
  const parent = own(by);
  const order = orderedBy(stepsOf(type, NEWEST_FIRST[type]));
  const places = sql`SELECT ${own('id')}, ${parent} AS parent,
    ROW_NUMBER() OVER (PARTITION BY ${parent} ORDER BY ${order}) AS place
    FROM ${tableNamed(type)} r WHERE ${chosen}`;
  const marked = sql`SELECT p.id, p.place,
    COALESCE(MAX(CASE WHEN p.id = ${after ?? ''} THEN p.place END) OVER (PARTITION BY p.parent), 0) AS start
    FROM (${places}) p`;
  return sql`SELECT ${columnsOf(type)}
    FROM (${marked}) k JOIN ${tableNamed(type)} r ON ${own('id')} = k.id
    WHERE k.place > k.start AND k.place <= k.start + ${first + 1} ORDER BY k.place`;
}

const totals = ({ type, by }: OwnList, chosen: Sql): Sql =>
  sql`SELECT ${own(by)}, COUNT(*) AS n FROM ${tableNamed(type)} r WHERE ${chosen} GROUP BY ${own(by)}`;
