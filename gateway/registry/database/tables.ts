import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { DatabaseUrl } from './database-url.ts';

export type Dialect = DatabaseUrl['kind'];

/** A number, a word of few letters that is compared, or a text that is only kept and given back. */
type Column = number | 'whole' | 'text';
type Table = {
  readonly columns: Readonly<Record<string, Column>>;
  readonly primary: string;
  /** What must be told of every row. */
  readonly required: readonly string[];
  readonly unique?: string;
  readonly indexes: readonly string[];
};

export type TableName = keyof typeof TABLES;

/** A column that is a number is a word of at most so many letters, all of them ASCII. */
export const TABLES = {
  publication: {
    columns: {
      number: 'whole',
      member: 8,
      kind: 16,
      url: 'text',
      modules: 'text',
      contractVersion: 16,
      extension: 'text',
      goesBackTo: 'whole',
      who: 64,
      at: 32,
      audits: 'text',
      composition: 'text',
      hash: 64,
    },
    primary: 'number',
    required: ['number', 'member', 'kind', 'who', 'at', 'composition', 'hash'],
    indexes: ['member'],
  },
  token: {
    columns: { id: 32, member: 8, hash: 64, created: 32, revoked: 32 },
    primary: 'id',
    required: ['id', 'hash', 'created'],
    unique: 'hash',
    indexes: [],
  },
  attempt: {
    columns: {
      id: 36,
      at: 32,
      member: 16,
      kind: 16,
      who: 64,
      outcome: 16,
      code: 64,
      says: 'text',
      number: 'whole',
    },
    primary: 'id',
    required: ['id', 'at', 'member', 'kind', 'who', 'outcome'],
    indexes: ['at'],
  },
  operation: {
    columns: { hash: 64, document: 'text', times: 'whole', lastSeen: 32 },
    primary: 'hash',
    required: ['hash', 'document', 'times', 'lastSeen'],
    indexes: ['lastSeen'],
  },
} as const satisfies Readonly<Record<string, Table>>;

const TABLE_ENTRIES: readonly (readonly [string, Table])[] = Object.entries(TABLES);

/** Every table as TypeORM knows it, in the column types of one database. */
export const entitiesFor = (dialect: Dialect): readonly EntitySchema[] =>
  TABLE_ENTRIES.map(
    ([name, { columns, primary, required }]) =>
      new EntitySchema({
        name,
        tableName: name,
        columns: Object.fromEntries(
          Object.entries(columns).map(([column, kind]) => [
            column,
            {
              ...typeOf(dialect, kind),
              primary: column === primary,
              nullable: !required.includes(column),
            },
          ]),
        ),
      }),
  );

function typeOf(dialect: Dialect, kind: Column): EntitySchemaColumnOptions {
  if (kind === 'whole') return { type: 'int' };
  if (dialect === 'sqlite') return { type: 'text' };
  return kind === 'text' ? { type: 'longtext' } : { type: 'varchar', length: kind };
}

/** Statements that make the tables as they stand above. A later version adds a migration and leaves this one as it is. */
export const tableStatements = (dialect: Dialect): readonly string[] =>
  TABLE_ENTRIES.flatMap(([name, table]) => statementsFor(dialect, name, table));

function statementsFor(dialect: Dialect, name: string, table: Table): readonly string[] {
  const { columns, indexes, primary, required, unique } = table;
  const lines = Object.entries(columns).map(
    ([column, kind]) =>
      `\`${column}\` ${SQL_TYPES[dialect](kind)}${required.includes(column) ? ' NOT NULL' : ''}`,
  );
  const keys = [
    `PRIMARY KEY (\`${primary}\`)`,
    ...(unique === undefined ? [] : [`UNIQUE (\`${unique}\`)`]),
  ];
  if (dialect === 'mysql') {
    const others = indexes.map((each) => `KEY \`${name}_${each}\` (\`${each}\`)`);
    return [
      `CREATE TABLE IF NOT EXISTS \`${name}\` (${[...lines, ...keys, ...others].join(', ')}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`,
    ];
  }
  return [
    `CREATE TABLE IF NOT EXISTS \`${name}\` (${[...lines, ...keys].join(', ')})`,
    ...indexes.map(
      (each) => `CREATE INDEX IF NOT EXISTS \`${name}_${each}\` ON \`${name}\` (\`${each}\`)`,
    ),
  ];
}

const SQL_TYPES: Readonly<Record<Dialect, (kind: Column) => string>> = {
  sqlite: (kind) => (kind === 'whole' ? 'INTEGER' : 'TEXT'),
  mysql: (kind) => {
    if (kind === 'whole') return 'INT';
    return kind === 'text'
      ? 'LONGTEXT CHARACTER SET utf8mb4'
      : `VARCHAR(${kind}) CHARACTER SET ascii COLLATE ascii_bin`;
  },
};
