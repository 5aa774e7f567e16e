import { positionOf } from '../../../../schema/index.ts';
import type { Page, PageAsk } from '../../repository.ts';
import type { OwnedType, RowsByType } from '../../rows.ts';
import type { Run } from '../connection.ts';
import { chosenBy } from '../filters/index.ts';
import { orderedBy, rangesBehind, stepsOf } from '../orders/index.ts';
import { allOf, joined, own, type Sql, sql } from '../sql.ts';
import { rowFrom, type Stored, tableOf } from '../tables/index.ts';
import { columnsOf, tableNamed } from './columns.ts';
import { countOf } from './count-of.ts';

/** A page of a list: one statement, and one more for its total. */
export async function page<Type extends OwnedType>(
  run: Run,
  type: Type,
  ask: PageAsk,
): Promise<Page<RowsByType[Type]>> {
  const chosen = chosenBy(type, ask.filter);
  const [rows, counted] = await Promise.all([
    run(pageStatement(type, ask, chosen)),
    ask.wantsTotal
      ? run(sql`SELECT COUNT(*) AS n FROM ${tableNamed(type)} r WHERE ${chosen}`)
      : undefined,
  ]);
  return pageFrom(type, ask, { rows, total: counted ? countOf(counted[0]) : null });
}

function pageStatement(type: OwnedType, { orderBy, first, after }: PageAsk, chosen: Sql): Sql {
  const steps = stepsOf(type, orderBy);
  const [columns, table, order] = [columnsOf(type), tableNamed(type), orderedBy(steps)];
  const limit = sql`ORDER BY ${order} LIMIT ${first + 1}`;
  if (!after) return sql`SELECT ${columns} FROM ${table} r WHERE ${chosen} ${limit}`;
  const ranges = rangesBehind(steps, after).map(
    (range) =>
      sql`SELECT id FROM (SELECT ${own('id')} FROM ${table} r WHERE ${allOf([range, chosen])} ${limit}) s`,
  );
  const next = joined(ranges, ' UNION ALL ');
  return sql`SELECT ${columns} FROM (${next}) k JOIN ${table} r ON ${own('id')} = k.id ${limit}`;
}

type Found = { readonly rows: readonly Stored[]; readonly total: number | null };

/** One row more than the page tells whether another follows. */
export function pageFrom<Type extends OwnedType>(
  type: Type,
  { orderBy, first }: PageAsk,
  { rows, total }: Found,
): Page<RowsByType[Type]> {
  const placed = rows.slice(0, first).map((stored) => {
    const row = rowFrom(tableOf(type), stored);
    return { position: positionOf(row, orderBy), row };
  });
  return { rows: placed, hasNextPage: rows.length > first, total };
}
