import { createTables } from './create-tables.ts';
import type { Migration } from './migration.ts';

export { forTypeOrm } from './migration.ts';
export type { Dialect } from './new-table.ts';

/** In the order in which they run. A published one is never changed. */
export const MIGRATIONS: readonly Migration[] = [createTables];
