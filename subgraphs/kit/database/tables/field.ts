import type { SqlValue } from '../sql.ts';

/**
 * How a column is stored. A `key` is compared, ordered or grouped, so it is bytes everywhere: VARBINARY on MariaDB, BINARY text on SQLite;
 * a `_bin` collation would pad trailing blanks. A `text` is only kept and given back.
 */
export type StoredColumn =
  | { readonly kind: 'key'; readonly name: string; readonly bytesMax: number }
  | { readonly kind: 'text' | 'whole' | 'real'; readonly name: string };

/** A field of the contract and the columns that hold it. */
export type Field = {
  readonly columns: readonly StoredColumn[];
  readonly split: (value: unknown) => readonly SqlValue[];
  readonly join: (values: readonly SqlValue[]) => unknown;
};
export type FieldNamed = (name: string) => Field;

const single = (column: StoredColumn, split: (value: unknown) => SqlValue): Field => ({
  columns: [column],
  split: (value) => [value == null ? null : split(value)],
  join: ([value = null]) => value,
});

function text(value: unknown): string {
  if (typeof value !== 'string')
    throw new Error(
      `Expected a text, got ${JSON.stringify(value)}; give it as the contract has it.`,
    );
  return value;
}

function number(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new Error(
      `Expected a number, got ${JSON.stringify(value)}; give it as the contract has it.`,
    );
  return value;
}

export const key =
  (bytesMax: number): FieldNamed =>
  (name) =>
    single({ kind: 'key', name, bytesMax }, text);

export const plain: FieldNamed = (name) => single({ kind: 'text', name }, text);
export const whole: FieldNamed = (name) => single({ kind: 'whole', name }, number);
export const real: FieldNamed = (name) => single({ kind: 'real', name }, number);

/** A value object or a list, as JSON text: nothing asks for a part of it. */
export const json: FieldNamed = (name) => ({
  columns: [{ kind: 'text', name }],
  split: (value) => [value == null ? null : JSON.stringify(value)],
  join: ([value]) => (value == null ? null : JSON.parse(String(value))),
});

/** A value object with a column for each of its fields, `location` as `locationLat`, `locationLon`: filters and sums ask for them. */
export const spread =
  (parts: Readonly<Record<string, FieldNamed>>): FieldNamed =>
  (name) => {
    const fields = Object.entries(parts).map(([part, field]) => ({
      part,
      field: field(name + part.charAt(0).toUpperCase() + part.slice(1)),
    }));
    return {
      columns: fields.flatMap(({ field }) => field.columns),
      split: (value) => fields.flatMap(({ part, field }) => field.split(partOf(value, part))),
      join: (values) =>
        values.every((value) => value === null)
          ? null
          : Object.fromEntries(fields.map(({ part }, place) => [part, values[place] ?? null])),
    };
  };

const partOf = (value: unknown, part: string): unknown =>
  value == null ? null : Reflect.get(Object(value), part);

export const ID = key(128);
export const CODE = key(64);
export const WORD = key(256);
export const DATE = key(40);
export const quantity = spread({ value: WORD, unit: CODE, basis: WORD, flag: CODE });
export const point = spread({ lat: real, lon: real, precision: CODE });
export const unfc = spread({ code: WORD, class: CODE, bridgedFrom: plain });
