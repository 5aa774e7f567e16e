import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { Dialect } from '../migrations/index.ts';
import type { StoredColumn } from './field.ts';
import { HISTORY, type KeptTable } from './history.ts';
import { TABLES } from './tables.ts';

/** Every table as TypeORM knows it, in the column types of one database. */
export const entitiesFor = (dialect: Dialect): readonly EntitySchema[] => [
  ...Object.values(TABLES).flatMap(({ name, columns, links }) => [
    entity(dialect, { name, columns, primary: ['id'] }),
    ...links.map((link) => linkEntity(dialect, link)),
  ]),
  ...HISTORY.map((table) => entity(dialect, table)),
];

const RECORD_ID: StoredColumn = { kind: 'key', name: 'recordId', bytesMax: 128 };

type AnyLink = { readonly table: string; readonly columns: readonly StoredColumn[] };
function linkEntity(dialect: Dialect, { table, columns }: AnyLink): EntitySchema {
  const [first] = columns;
  return entity(dialect, {
    name: table,
    columns: [RECORD_ID, ...columns],
    primary: [RECORD_ID.name, first?.name ?? RECORD_ID.name],
  });
}

const entity = (dialect: Dialect, { name, columns, primary }: KeptTable): EntitySchema =>
  new EntitySchema({
    name,
    tableName: name,
    columns: Object.fromEntries(
      columns.map((column) => [
        column.name,
        { ...typeOf(dialect, column), nullable: true, primary: primary.includes(column.name) },
      ]),
    ),
  });

function typeOf(dialect: Dialect, column: StoredColumn): EntitySchemaColumnOptions {
  if (column.kind === 'whole') return { type: 'int' };
  if (column.kind === 'real') return { type: dialect === 'mysql' ? 'double' : 'real' };
  if (dialect === 'sqlite') return { type: 'text' };
  return column.kind === 'key'
    ? { type: 'varbinary', length: column.bytesMax }
    : { type: 'longtext' };
}
