import type { OrderField } from '../../../../schema/index.ts';
import type { OwnedType, RowsByType } from '../../rows.ts';
import type { SqlValue } from '../sql.ts';
import type { Field, FieldNamed, StoredColumn } from './field.ts';
import { type Order, orderColumns, orderValues } from './order-columns.ts';

/** Columns that the contract does not have: made from the record when it is written, for orders, filters and sums. */
export type Derived<Type extends OwnedType> = {
  readonly columns: readonly StoredColumn[];
  readonly of: (row: RowsByType[Type]) => readonly SqlValue[];
};

/** A table of a record's many values, each row behind the record's id. */
export type Link<Type extends OwnedType> = {
  readonly table: string;
  readonly columns: readonly StoredColumn[];
  readonly rowsOf: (row: RowsByType[Type]) => readonly (readonly SqlValue[])[];
};

type Definition<Type extends OwnedType> = {
  readonly type: Type;
  readonly name: string;
  /** Every column of the contract; one that is forgotten here does not compile. */
  readonly fields: { readonly [Name in keyof Required<RowsByType[Type]>]: FieldNamed };
  readonly orders: { readonly [Name in OrderField]?: Order };
  readonly derived: readonly Derived<Type>[];
  readonly links: readonly Link<Type>[];
  /** Of a type with editions: the name of the figure that a record is an edition of. */
  readonly figureOf?: (row: RowsByType[Type]) => string;
};

export type NamedField = { readonly name: string; readonly field: Field };
export type Table<Type extends OwnedType> = Omit<Definition<Type>, 'fields'> & {
  readonly fields: readonly NamedField[];
  readonly columns: readonly StoredColumn[];
};

export function defineTable<Type extends OwnedType>(definition: Definition<Type>): Table<Type> {
  const fields = Object.entries<FieldNamed>(definition.fields).map(([name, make]) => ({
    name,
    field: make(name),
  }));
  const orders = Object.entries(definition.orders).map(orderOf);
  const editions = definition.figureOf ? [editionsOf(definition.figureOf)] : [];
  const derived = [...definition.derived, ...editions, ...orders];
  const columns = [
    ...fields.flatMap(({ field }) => field.columns),
    ...derived.flatMap((each) => each.columns),
  ];
  const isFirst = ({ name }: StoredColumn, place: number) =>
    columns.findIndex((each) => each.name === name) === place;
  return { ...definition, fields, derived, columns: columns.filter(isFirst) };
}

const orderOf = ([field, order]: [string, Order]): Derived<OwnedType> => ({
  columns: orderColumns(order),
  of: (row) => orderValues(field, row),
});

/** The figure that a record is an edition of, and whether a newer edition is there, which the write that brings one finds out. */
const editionsOf = <Type extends OwnedType>(
  figureOf: (row: RowsByType[Type]) => string,
): Derived<Type> => ({
  columns: [
    { kind: 'key', name: 'figure', bytesMax: 64 },
    { kind: 'whole', name: 'superseded' },
  ],
  of: (row) => [figureOf(row), 0],
});
