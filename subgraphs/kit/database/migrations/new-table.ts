export type Dialect = 'sqlite' | 'mysql';

/** A table as a migration makes it, in words that each database has its own types for. Migrations never change once they are published. */
export type NewTable = {
  readonly name: string;
  /** A line per column: its name, `key(bytes)`, `text`, `whole` or `real`, and constraints. */
  readonly columns: string;
  readonly primaryKey: readonly string[];
  /** Columns of each order behind its rank: each gets an index for either direction, for nothing is last and the id rises in both. */
  readonly orders?: readonly (readonly string[])[];
  readonly indexes?: readonly (readonly string[])[];
};

const TYPES = {
  sqlite: { key: () => 'TEXT', text: 'TEXT', whole: 'INTEGER', real: 'REAL' },
  mysql: {
    key: (bytes: string) => `VARBINARY(${bytes})`,
    text: 'LONGTEXT CHARACTER SET utf8mb4',
    whole: 'INT',
    real: 'DOUBLE',
  },
} as const;

/** On MySQL one statement, for there no transaction undoes half a table; SQLite makes indexes by statements of their own. */
export function statementsFor(dialect: Dialect, table: NewTable): readonly string[] {
  const columns = `${columnsOf(dialect, table)},\n  PRIMARY KEY (${quoted(table.primaryKey)})`;
  const indexes = indexesOf(table);
  if (dialect === 'mysql') {
    const keys = indexes.map(({ name, columns: keyed }) => `,\n  KEY \`${name}\` (${keyed})`);
    return [
      `CREATE TABLE IF NOT EXISTS \`${table.name}\` (\n${columns}${keys.join('')}\n) ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4`,
    ];
  }
  return [
    `CREATE TABLE \`${table.name}\` (\n${columns}\n)`,
    ...indexes.map(
      ({ name, columns: keyed }) => `CREATE INDEX \`${name}\` ON \`${table.name}\` (${keyed})`,
    ),
  ];
}

function columnsOf(dialect: Dialect, { columns }: NewTable): string {
  const types = TYPES[dialect];
  const typed = (_: string, name: string, word: 'key' | 'text' | 'whole' | 'real', bytes = '') =>
    `  \`${name}\` ${word === 'key' ? types.key(bytes) : types[word]}`;
  return columns.trim().replace(/^ *(\w+) (key|text|whole|real)(?:\((\d+)\))?/gm, typed);
}

function indexesOf({ name, orders = [], indexes = [] }: NewTable) {
  const ordered = orders.flatMap(([rank = '', ...keys]) => [
    { name: `${name}_${rank}_asc`, columns: quoted([rank, ...keys, 'id']) },
    {
      name: `${name}_${rank}_desc`,
      columns: [quoted([rank]), ...keys.map((key) => `\`${key}\` DESC`), quoted(['id'])].join(', '),
    },
  ]);
  const others = indexes.map((columns) => ({
    name: `${name}_${columns.join('_')}`,
    columns: quoted(columns),
  }));
  return [...ordered, ...others];
}

const quoted = (columns: readonly string[]) => columns.map((column) => `\`${column}\``).join(', ');
