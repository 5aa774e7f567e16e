import type { Page, PageAsk, ParentKind } from '../../repository.ts';
import type { OwnedType, RowsByType } from '../../rows.ts';
import type { Run } from '../connection.ts';
import { chosenBy } from '../filters/index.ts';
import { orderedBy, rangesBehind, stepsOf } from '../orders/index.ts';
import { allOf, anyOf, isAmong, own, type Sql, sql } from '../sql.ts';
import { columnsOf, tableNamed } from './columns.ts';
import { countOf } from './count-of.ts';
import { groupedBy } from './grouped.ts';
import { pageFrom } from './page.ts';
import { type Parentage, parentageOf } from './parentage.ts';

export type Under<Type extends OwnedType> = {
  readonly type: Type;
  readonly parent: ParentKind;
  readonly parents: readonly string[];
};

/** The same page under each parent: one statement for all of them, and one more for their totals. */
export async function pagesUnder<Type extends OwnedType>(
  run: Run,
  { type, parent, parents }: Under<Type>,
  ask: PageAsk,
): Promise<readonly Page<RowsByType[Type]>[]> {
  const parentage = parentageOf(type, parent);
  const chosen = allOf([isAmong(parentage.column, parents), chosenBy(type, ask.filter)]);
  const [rows, counted] = await Promise.all([
    run(pagesStatement(type, ask, { parentage, chosen })),
    ask.wantsTotal ? run(totals(parentage, chosen)) : undefined,
  ]);
  const rowsUnder = groupedBy(rows, 'zlgParent');
  const countUnder = counted && groupedBy(counted, 'zlgParent');
  return parents.map((each) => {
    const total = countUnder ? countOf(countUnder(each)[0]) : null;
    return pageFrom(type, ask, { rows: rowsUnder(each), total });
  });
}

type Among = { readonly parentage: Parentage; readonly chosen: Sql };

function pagesStatement(type: OwnedType, ask: PageAsk, { parentage, chosen }: Among): Sql {
  const { column, from } = parentage;
  const steps = stepsOf(type, ask.orderBy);
  const isBehind = ask.after ? [anyOf(rangesBehind(steps, ask.after))] : [];
  const places = sql`SELECT ${own('id')}, ${column} AS zlgParent,
    ROW_NUMBER() OVER (PARTITION BY ${column} ORDER BY ${orderedBy(steps)}) AS place
    FROM ${from} WHERE ${allOf([chosen, ...isBehind])}`;
  return sql`SELECT k.zlgParent, ${columnsOf(type)}
    FROM (${places}) k JOIN ${tableNamed(type)} r ON ${own('id')} = k.id
    WHERE k.place <= ${ask.first + 1} ORDER BY k.zlgParent, k.place`;
}

const totals = ({ column, from }: Parentage, chosen: Sql): Sql =>
  sql`SELECT ${column} AS zlgParent, COUNT(*) AS n FROM ${from} WHERE ${chosen} GROUP BY ${column}`;
