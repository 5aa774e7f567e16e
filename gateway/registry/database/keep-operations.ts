import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { KnownOperation } from './rows.ts';
import type { Dialect } from './tables.ts';

/** Counts of several gateways over one registry are added up by the database. */
const ADD: Readonly<Record<Dialect, string>> = {
  sqlite:
    'ON CONFLICT (`hash`) DO UPDATE SET `times` = `times` + excluded.`times`, `lastSeen` = excluded.`lastSeen`',
  mysql:
    'ON DUPLICATE KEY UPDATE `times` = `times` + VALUES(`times`), `lastSeen` = VALUES(`lastSeen`)',
};

export async function keepOperations(
  manager: EntityManager,
  dialect: Dialect,
  { seen, most }: { readonly seen: readonly KnownOperation[]; readonly most: number },
): Promise<void> {
  for (const { hash, document, times, lastSeen } of seen)
    await manager.query(
      `INSERT INTO \`operation\` (\`hash\`, \`document\`, \`times\`, \`lastSeen\`) VALUES (?, ?, ?, ?) ${ADD[dialect]}`,
      [hash, document, times, lastSeen],
    );
  await forget(manager, most);
}

async function forget(manager: EntityManager, most: number): Promise<void> {
  const operations = manager.getRepository<ObjectLiteral>('operation');
  const spare = (await operations.count()) - most;
  if (spare <= 0) return;
  const oldest = operations.createQueryBuilder('r').orderBy('r.lastSeen', 'ASC');
  const found = await oldest.addOrderBy('r.times', 'ASC').limit(spare).getMany();
  await operations.delete(found.map(({ hash }) => String(hash)));
}
