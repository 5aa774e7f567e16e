import type { Json, JsonObject } from '../../../gateway/members/index.ts';
import {
  type Field,
  fieldOf,
  HIDDEN_COLOUR,
  objectOf,
  type Required,
  type Schema,
} from '../world/model.ts';
import type { Row, Value } from '../world/rows.ts';

/** What a field says of a row in the whole world, with these arguments, as the subgraph that owns it would say it. */
export function valueIn(schema: Schema, row: Row, name: string, args: JsonObject): Value {
  const field = fieldOf(objectOf(schema, row.type), name);
  if (!field) throw new Error(`Expected a field of ${row.type}, got ${name}.`);
  const stored = row.values.get(name) ?? { kind: 'leaf', json: null };
  if (field.requires.length === 0) return derived(stored, args);
  return requiring(stored, args, toldOf(schema, row, field.requires));
}

/** With the arguments worked in: they must arrive for the value to be right. */
export function derived(value: Value, args: JsonObject): Value {
  const text = textOf(args);
  if (text === '{}') return value;
  switch (value.kind) {
    case 'row':
      return value;
    case 'list':
      return {
        kind: 'list',
        items: rotated(value.items, hashOf(text)).map((each) => derived(each, args)),
      };
    case 'leaf':
      return { kind: 'leaf', json: leafWith(value.json, text) };
  }
}

/** A value that needs others: they must arrive, too. */
export function requiring(value: Value, args: JsonObject, told: Json): Value {
  switch (value.kind) {
    case 'row':
      return value;
    case 'list':
      return { kind: 'list', items: value.items.map((each) => requiring(each, args, told)) };
    case 'leaf':
      return value.json === null
        ? value
        : { kind: 'leaf', json: `${String(value.json)} ${textOf(args)} by ${textOf(told)}` };
  }
}

const rotated = <Item>(items: readonly Item[], by: number): readonly Item[] => {
  const place = items.length > 0 ? by % items.length : 0;
  return [...items.slice(place), ...items.slice(0, place)];
};

const COLOURS = ['RED', 'GREEN', 'BLUE'];
function leafWith(json: Json, text: string): Json {
  if (typeof json === 'number') return (json % 1000) + (hashOf(text) % 1000);
  if (typeof json === 'boolean') return json !== (hashOf(text) % 2 === 0);
  if (typeof json === 'string' && COLOURS.includes(json))
    return COLOURS[(COLOURS.indexOf(json) + hashOf(text)) % 3] ?? 'RED';
  if (json === HIDDEN_COLOUR) return json;
  if (typeof json === 'string') return `${json} with ${text}`;
  return json === null ? null : { was: json, text };
}

/** As JSON with sorted keys, so that it does not matter in which order they came. */
export function textOf(json: Json): string {
  return JSON.stringify(json, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);

/** What a subgraph would be told of a row with its representation. */
function toldOf(schema: Schema, row: Row, wanted: readonly Required[]): JsonObject {
  const entries = wanted
    .filter(({ on }) => on === undefined || on === row.type)
    .map((each) => {
      const field = fieldOf(objectOf(schema, row.type), each.field);
      const value = valueIn(schema, row, each.field, withDefaults(field, each.given));
      return [each.field, toldIn(schema, value, each.below)] as const;
    });
  return Object.fromEntries(entries);
}

function toldIn(schema: Schema, value: Value, below: readonly Required[]): Json {
  if (value.kind === 'leaf') return value.json;
  if (value.kind === 'row') return toldOf(schema, value.row, below);
  return value.items.map((each) => toldIn(schema, each, below));
}

const withDefaults = (field: Field | undefined, given: JsonObject): JsonObject => ({
  ...Object.fromEntries(
    (field?.args ?? []).flatMap(({ name, byDefault }) =>
      byDefault ? [[name, byDefault.value]] : [],
    ),
  ),
  ...given,
});

/** Of a representation, what its subgraph requires: a part that was not sent is not there. */
export function toldBy(representation: Json, wanted: readonly Required[]): Json {
  if (Array.isArray(representation)) return representation.map((each) => toldBy(each, wanted));
  if (typeof representation !== 'object' || representation === null) return representation;
  const told = representation as JsonObject;
  const entries = wanted
    .filter(({ field }) => Object.hasOwn(told, field))
    .map(({ field, below }) => {
      const json = told[field] ?? null;
      return [field, below.length > 0 ? toldBy(json, below) : json] as const;
    });
  return Object.fromEntries(entries);
}
