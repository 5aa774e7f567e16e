import type { Write } from '../../repository.ts';
import type { Connection, Run } from '../connection.ts';
import { sql } from '../sql.ts';
import { keepPlan } from './keep-plan.ts';
import { idOf, planWrites } from './plan.ts';
import { refuseForeign } from './refuse-foreign.ts';
import { standingOf } from './standing.ts';

/** In one transaction: all of the writes or none. */
export async function write(
  { transaction }: Connection,
  member: string,
  writes: readonly Write[],
): Promise<void> {
  if (writes.length === 0) return;
  refuseForeign(member, writes);
  const ids = [...new Set(writes.map(idOf))];
  await transaction(async (run, insert) => {
    const sequence = await takeNumbers(run, writes.length);
    const before = await standingOf(run, ids);
    await keepPlan({ run, insert }, planWrites(writes, before, sequence), before);
  });
}

/** The first of so many numbers. Whoever writes takes them first and holds the counter until the end, so writes stand in line and leave no gap. */
async function takeNumbers(run: Run, count: number): Promise<number> {
  await run(sql`UPDATE change_counter SET last = last + ${count} WHERE id = 1`);
  const [counter] = await run(sql`SELECT last FROM change_counter WHERE id = 1`);
  return Number(counter?.last) - count + 1;
}
