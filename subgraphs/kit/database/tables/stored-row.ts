import type { OwnedType, RowsByType } from '../../rows.ts';
import { refused } from '../refused.ts';
import type { SqlValue } from '../sql.ts';
import type { StoredColumn } from './field.ts';
import type { Link, NamedField, Table } from './table.ts';

/** A record as its table holds it: column by column. */
export type Stored = Readonly<Record<string, SqlValue>>;

export function storedFrom<Type extends OwnedType>(
  table: Table<Type>,
  row: RowsByType[Type],
): Stored {
  refuseStrangers(table, row);
  const parts = [
    ...table.fields.map(({ name, field }) => ({
      columns: field.columns,
      values: valuesOf(row, { name, field }),
    })),
    ...table.derived.map((each) => ({ columns: each.columns, values: each.of(row) })),
  ];
  return Object.fromEntries(
    parts.flatMap(({ columns, values }) =>
      columns.map((column, place) => [column.name, fitting(column, values[place] ?? null)]),
    ),
  );
}

function valuesOf(row: object, { name, field }: NamedField): readonly SqlValue[] {
  try {
    return field.split(Reflect.get(row, name));
  } catch (error) {
    throw refused('BAD_VALUE', `${name}: ${error instanceof Error ? error.message : error}`);
  }
}

/** A column that nothing would keep must not be lost in silence. */
function refuseStrangers<Type extends OwnedType>(table: Table<Type>, row: object): void {
  const known = new Set(table.fields.map(({ name }) => name));
  const stranger = Object.keys(row).find((name) => !known.has(name));
  if (stranger !== undefined)
    throw refused(
      'BAD_VALUE',
      `Expected the contract's columns of ${table.type}, got ${stranger}.`,
    );
}

/** SQLite ends a text at a NUL, and neither keeps half a sign. */
const UNKEPT = /\0|\p{Surrogate}/u;

/** What one database would refuse, cut or change and the other keep, both refuse here, alike. */
function fitting(column: StoredColumn, value: SqlValue): SqlValue {
  if (typeof value !== 'string') return value;
  if (UNKEPT.test(value))
    throw refused(
      'BAD_VALUE',
      `Expected a text without NUL and broken signs in ${column.name}, got ${JSON.stringify(value)}.`,
    );
  const bytes = column.kind === 'key' ? Buffer.byteLength(value) : 0;
  if (column.kind === 'key' && bytes > column.bytesMax)
    throw refused(
      'BAD_VALUE',
      `Expected at most ${column.bytesMax} bytes in ${column.name}, got ${bytes}; shorten it.`,
    );
  return value;
}

/** One of a record's many values, as its link table holds it. */
export const linkedRow = <Type extends OwnedType>(
  { columns }: Link<Type>,
  recordId: string,
  values: readonly SqlValue[],
): Stored => ({
  recordId,
  ...Object.fromEntries(
    columns.map((column, place) => [column.name, fitting(column, values[place] ?? null)]),
  ),
});

/** The record in the contract's columns, from what a statement gave; every column is there, null where it has no value. */
export function rowFrom<Type extends OwnedType>(table: Table<Type>, raw: Stored): RowsByType[Type] {
  const row = Object.fromEntries(
    table.fields.map(({ name, field }) => [
      name,
      field.join(field.columns.map((column) => raw[column.name] ?? null)),
    ]),
  );
  return parseRow<Type>(row);
}

/** What was written through the same table is a row of its type. */
const parseRow = <Type extends OwnedType>(row: Readonly<Record<string, unknown>>) =>
  row as unknown as RowsByType[Type];
