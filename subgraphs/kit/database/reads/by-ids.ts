import type { OwnedType, RowsByType } from '../../rows.ts';
import type { Run } from '../connection.ts';
import { isAmong, own, sql } from '../sql.ts';
import { rowFrom, tableOf } from '../tables/index.ts';
import { columnsOf, tableNamed } from './columns.ts';

/** In the order of the ids, null where there is none. */
export async function byIds<Type extends OwnedType>(
  run: Run,
  type: Type,
  ids: readonly string[],
): Promise<readonly (RowsByType[Type] | null)[]> {
  const isWanted = isAmong(own('id'), ids);
  const stored = await run(
    sql`SELECT ${columnsOf(type)} FROM ${tableNamed(type)} r WHERE ${isWanted}`,
  );
  const rows = new Map(stored.map((row) => [row.id, rowFrom(tableOf(type), row)]));
  return ids.map((id) => rows.get(id) ?? null);
}
