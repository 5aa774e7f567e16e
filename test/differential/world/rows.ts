import type { Json } from '../../../gateway/members/index.ts';
import { type Chance, chanceOf } from '../../oracle/chance.ts';
import {
  type Field,
  HIDDEN_COLOUR,
  type ObjectType,
  objectOf,
  type Ref,
  type Schema,
} from './model.ts';

/** One object, with what stands in each of its fields before arguments and requirements change it. */
export type Row = {
  readonly type: string;
  /** Different in all rows of a world. */
  readonly serial: number;
  readonly values: ReadonlyMap<string, Value>;
};
export type Value =
  | { readonly kind: 'leaf'; readonly json: Json }
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'list'; readonly items: readonly Value[] };

export type Rows = {
  readonly query: Row;
  readonly mutation: Row;
  /** Of each entity type. */
  readonly entities: ReadonlyMap<string, readonly Row[]>;
};

/** All the data of a schema, decided by the seed. Nothing is null where its type says that it never is. */
export function randomRows(schema: Schema, seed: string): Rows {
  const filling = openFilling(schema, chanceOf(`rows ${seed}`));
  const entities = new Map(
    schema.objects
      .filter(({ kind }) => kind === 'entity')
      .map((type) => [type.name, Array.from({ length: 4 }, () => filling.newRow(type.name))]),
  );
  filling.fill(entities);
  return { entities, query: filling.root('Query'), mutation: filling.root('Mutation') };
}

type Entities = ReadonlyMap<string, readonly Row[]>;
type Blank = Row & { readonly values: Map<string, Value> };

function openFilling(schema: Schema, chance: Chance) {
  const drawn: { serial: number; entities: ReadonlyMap<string, readonly Blank[]> } = {
    serial: 0,
    entities: new Map(),
  };
  const newRow = (type: string): Blank => {
    drawn.serial += 1;
    return { type, serial: drawn.serial, values: new Map() };
  };
  const fillRow = (row: Blank): Row => {
    const type = objectOf(schema, row.type);
    for (const field of type?.fields ?? [])
      row.values.set(field.name, valueAt({ field, type, row }, strictest(field)));
    return row;
  };
  const valueAt = (at: Place, ref: Ref): Value => {
    if (isKeyField(at)) return keyValue(at, () => fillRow(newRow('Ref')));
    if (!ref.isNonNull && chance.happens(0.15)) return NOTHING;
    if ('of' in ref)
      return {
        kind: 'list',
        items: Array.from({ length: chance.below(4) }, () => valueAt(at, ref.of)),
      };
    const names = membersOf(schema, at.field, ref.name);
    return named(names.length > 0 ? chance.oneOf(names) : ref.name);
  };
  const named = (name: string): Value => {
    const kind = objectOf(schema, name)?.kind;
    if (kind === undefined) return { kind: 'leaf', json: leafOf(schema, chance, name) };
    if (kind === 'value') return { kind: 'row', row: fillRow(newRow(name)) };
    return { kind: 'row', row: chance.oneOf(drawn.entities.get(name) ?? []) };
  };
  return {
    newRow,
    root: (name: string) => fillRow(newRow(name)),
    fill: (entities: ReadonlyMap<string, readonly Blank[]>): Entities => {
      drawn.entities = entities;
      for (const rows of entities.values()) rows.forEach(fillRow);
      return entities;
    },
  };
}

const strictest = ({ type, strictIn = [] }: Field): Ref =>
  strictIn.length > 0 ? { ...type, isNonNull: true } : type;

/** Of an abstract type, those that the owner of the field knows. */
function membersOf(schema: Schema, { owners }: Field, name: string): readonly string[] {
  const abstract = schema.abstracts.find((each) => each.name === name);
  return abstract?.membersIn[owners[0] ?? ''] ?? abstract?.members ?? [];
}

type Place = { readonly field: Field; readonly type: ObjectType | undefined; readonly row: Row };
const NOTHING: Value = { kind: 'leaf', json: null };

const KEYS = ['id', 'code', 'zone', 'no', 'ref'];
const isKeyField = ({ field, type }: Place): boolean =>
  (type?.kind === 'entity' || type?.name === 'Ref') &&
  (KEYS.includes(field.name) || type.name === 'Ref');

/** Keys tell rows apart; the parts of a composite one alone do not. */
function keyValue({ field, row }: Place, newRef: () => Row): Value {
  const { serial, type } = row;
  if (field.name === 'ref') return { kind: 'row', row: newRef() };
  const values: Readonly<Record<string, Json>> = {
    id: `${type}:${serial}`,
    code: `c"${serial}`,
    zone: serial % 2,
    no: `no ${serial >> 1}`,
    n: serial,
    m: `m${serial}`,
  };
  return { kind: 'leaf', json: values[field.name] ?? null };
}

const STRINGS = [
  '',
  'slate',
  'q"uote\\',
  'line\nbreak',
  '</script>',
  'é漢\u2028',
  '🪨',
  '\u0001',
  '0',
];
const LEAVES: Readonly<Record<string, (chance: Chance) => Json>> = {
  String: (chance) => chance.oneOf(STRINGS),
  ID: (chance) => chance.oneOf(['7', 'seven', 'x:y:z', '']),
  Int: (chance) => chance.oneOf([0, 1, -5, 2147483647, -2147483648, 42]),
  Float: (chance) => chance.oneOf([0, 0.1, -1.5, 1e21, 1e-7, 3]),
  Boolean: (chance) => chance.happens(0.5),
  Colour: (chance) => chance.oneOf(['RED', 'GREEN', 'BLUE']),
  Blob: (chance) => chance.oneOf(BLOBS),
};
const BLOBS: readonly Json[] = [
  7,
  'blob',
  [1, [2, null]],
  { a: { b: [true] }, constructor: 1, id: 'not a key' },
  JSON.parse('{ "__proto__": { "x": 1 }, "__typename": "Blob" }'),
  {},
];

function leafOf({ hidesColour }: Schema, chance: Chance, name: string): Json {
  if (hidesColour && name === 'Colour' && chance.happens(0.2)) return HIDDEN_COLOUR;
  const leaf = LEAVES[name];
  if (!leaf) throw new Error(`Expected a leaf type, got ${name}.`);
  return leaf(chance);
}
