import { HISTORY_TABLES } from './history-tables.ts';
import type { Migration } from './migration.ts';
import { MINERAL_TABLES } from './mineral-tables.ts';
import { statementsFor } from './new-table.ts';
import { OTHER_TABLES } from './other-tables.ts';

export const createTables: Migration = {
  name: 'CreateTables1764547200000',
  up: (dialect) => [
    ...[...MINERAL_TABLES, ...OTHER_TABLES, ...HISTORY_TABLES].flatMap((table) =>
      statementsFor(dialect, table),
    ),
    `INSERT ${dialect === 'mysql' ? 'IGNORE ' : ''}INTO \`change_counter\` (\`id\`, \`last\`) VALUES (1, 0)`,
  ],
};
