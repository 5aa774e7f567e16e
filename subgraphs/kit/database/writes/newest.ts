import { compareBytes } from '../../../../schema/index.ts';
import type { Run } from '../connection.ts';
import { isAmong, name, sql } from '../sql.ts';
import type { Stored } from '../tables/index.ts';
import { inChunks } from './chunks.ts';

/** Of each of these figures, marks all records but those of the newest edition as superseded. Editions rise with their bytes. */
export async function markNewest(
  run: Run,
  table: string,
  figures: readonly string[],
): Promise<void> {
  for (const chunk of inChunks([...new Set(figures)])) {
    const editions = await run(
      sql`SELECT id, figure, edition, superseded FROM ${name(table)} WHERE ${isAmong(sql`figure`, chunk)}`,
    );
    const newest = newestEditions(editions);
    const isOld = (row: Stored) => editionOf(row) !== newest.get(row.figure);
    const wrong = editions.filter((row) => isOld(row) !== (row.superseded === 1));
    await mark(run, table, { superseded: 1, ids: wrong.filter(isOld).map(idOf) });
    await mark(run, table, { superseded: 0, ids: wrong.filter((row) => !isOld(row)).map(idOf) });
  }
}

const idOf = ({ id }: Stored): string => String(id);
/** A figure without an edition is older than any with one. */
const editionOf = ({ edition }: Stored): string => String(edition ?? '');

function newestEditions(rows: readonly Stored[]): ReadonlyMap<unknown, string> {
  const newest = new Map<unknown, string>();
  for (const row of rows) {
    const [known, edition] = [newest.get(row.figure), editionOf(row)];
    if (known === undefined || compareBytes(known, edition) < 0) newest.set(row.figure, edition);
  }
  return newest;
}

type Marks = { readonly superseded: 0 | 1; readonly ids: readonly string[] };
async function mark(run: Run, table: string, { superseded, ids }: Marks): Promise<void> {
  for (const chunk of inChunks(ids))
    await run(
      sql`UPDATE ${name(table)} SET superseded = ${superseded} WHERE ${isAmong(sql`id`, chunk)}`,
    );
}
