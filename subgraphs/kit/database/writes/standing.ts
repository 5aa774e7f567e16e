import type { OwnedType } from '../../rows.ts';
import type { Run } from '../connection.ts';
import { byIds } from '../reads/index.ts';
import { isAmong, sql } from '../sql.ts';
import { type Stored, TYPES } from '../tables/index.ts';
import { inChunks } from './chunks.ts';
import type { Standing } from './plan.ts';

/** How the records of these ids stand. An id is of one type for good, so every table is asked. */
export async function standingOf(
  run: Run,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const found = new Map<string, Standing>();
  for (const chunk of inChunks(ids)) {
    for (const type of TYPES)
      for (const row of await byIds(run, type, chunk))
        if (row) found.set(row.id, { kind: 'there', type, row });
    for (const stone of await tombstones(run, chunk))
      found.set(String(stone.recordId), parseDeleted(stone));
  }
  return found;
}

const tombstones = (run: Run, ids: readonly string[]) =>
  run(
    sql`SELECT recordId, type, revision, at FROM record_tombstone WHERE ${isAmong(sql`recordId`, ids)}`,
  );

/** Written from a type of ours alone. */
const parseDeleted = ({ type, revision, at }: Stored): Standing => ({
  kind: 'deleted',
  type: String(type) as OwnedType,
  revision: Number(revision),
  at: String(at),
});
