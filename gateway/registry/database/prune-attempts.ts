import type { EntityManager, ObjectLiteral } from 'typeorm';

/** Those of one millisecond are kept or forgotten together, so a few more than that may stay. */
export async function pruneAttempts(
  manager: EntityManager,
  { before, most }: { readonly before: string; readonly most: number },
): Promise<void> {
  const newestFirst = manager
    .getRepository<ObjectLiteral>('attempt')
    .createQueryBuilder('r')
    .orderBy('r.at', 'DESC');
  const [last] = await newestFirst
    .skip(most - 1)
    .take(1)
    .getMany();
  const oldest = [before, String(last?.at ?? '')].sort().at(-1);
  await manager
    .createQueryBuilder()
    .delete()
    .from('attempt')
    .where('at < :oldest', { oldest })
    .execute();
}
