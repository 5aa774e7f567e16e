import { isAmong, sql } from '../sql.ts';
import { inChunks } from './chunks.ts';
import type { Keeping } from './keeping.ts';
import type { Standing } from './plan.ts';

/** A tombstone stands for each record that is deleted, until it is created anew. */
export async function keepTombstones(
  { run, insert }: Keeping,
  standing: ReadonlyMap<string, Standing>,
  before: ReadonlyMap<string, Standing>,
): Promise<void> {
  const risen = [...standing.keys()].filter((id) => before.get(id)?.kind === 'deleted');
  for (const chunk of inChunks(risen))
    await run(sql`DELETE FROM record_tombstone WHERE ${isAmong(sql`recordId`, chunk)}`);
  await insert('record_tombstone', [...standing].flatMap(stoneOf));
}

const stoneOf = ([recordId, each]: readonly [string, Standing]) =>
  each.kind === 'deleted'
    ? [{ recordId, type: each.type, revision: each.revision, at: each.at }]
    : [];
