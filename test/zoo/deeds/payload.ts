import type { Json, JsonObject } from '../../../gateway/members/index.ts';
import type { Deed, Truth } from '../fault.ts';

export const lies = (commit: (data: JsonObject) => Truth): Deed => ({ how: 'LIE', commit });
export const bends = (bend: (data: JsonObject) => JsonObject): Deed =>
  lies((data) => ({ data: bend(data) }));

const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** The same data with its objects, from the innermost outwards, put through a change. */
export function eachObject(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((each) => eachObject(each, change));
  if (!isObject(value)) return value;
  const inner = Object.entries(value).map(([name, each]) => [name, eachObject(each, change)]);
  return change(Object.fromEntries(inner));
}

/** The same data with the first leaf that fits changed, wherever it lies. */
export function firstLeaf(
  data: JsonObject,
  fits: (value: Json, name: string) => boolean,
  changed: (value: Json) => Json,
): JsonObject {
  let isDone = false;
  const walk = (value: Json, name: string): Json => {
    if (isDone) return value;
    if (Array.isArray(value)) return value.map((each) => walk(each, name));
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each, key)]));
    if (!fits(value, name)) return value;
    isDone = true;
    return changed(value);
  };
  return walk(data, '') as JsonObject;
}

const isEnum = (value: Json, name: string) =>
  typeof value === 'string' && /^[A-Z_]{5,}$/.test(value) && name !== 'home';
export const unknownEnumValue = bends((data) => firstLeaf(data, isEnum, () => 'UNHEARD_OF'));
export const wrongTypes = bends((data) =>
  firstLeaf(
    data,
    (value) => typeof value === 'string' || typeof value === 'number',
    (value) => (typeof value === 'string' ? 5 : [value]),
  ),
);
/** JSON's numbers have no end, JavaScript's do: 2^53 + 1 is written as text and comes as a number. */
export const BEYOND = '9007199254740993';
export const numbersBeyond: Deed = {
  how: 'BODY',
  commit: (text) => text.replace(/"(count|year)":\d+/, `"$1":${BEYOND}`),
};

/** The first field of the innermost first object. */
export const missingField = bends((data) => {
  let isDone = false;
  return eachObject(data, (object) => {
    const [first, ...rest] = Object.entries(object);
    if (isDone || !first) return object;
    isDone = true;
    return Object.fromEntries(rest);
  }) as JsonObject;
});
export const extraFields = bends(
  (data) => eachObject(data, (object) => ({ ...object, remark: 'see annex' })) as JsonObject,
);
export const nothingAndNoError = lies(() => ({ data: null }));
export const nothingAndAnError = lies(() => ({
  data: null,
  errors: [{ message: 'The database is gone.' }],
}));

const INTERNAL = { code: 'INTERNAL' } as const;
/** Each root field null with its error, and each record asked for likewise. */
export const nullsWithErrors = lies((data) => {
  const records = Array.isArray(data._entities) ? data._entities : undefined;
  const names = records ? records.keys() : Object.keys(data);
  const paths = [...names].map((name) => (records ? ['_entities', Number(name)] : [String(name)]));
  const nulls = records
    ? { _entities: records.map(() => null) }
    : Object.fromEntries(Object.keys(data).map((name) => [name, null]));
  const errors = paths.map((path) => ({ message: 'No.', path, extensions: INTERNAL }));
  return { data: nulls, errors };
});
export const errorBesideTheTruth = lies((data) => ({
  data,
  errors: [{ message: 'A table is being rebuilt.' }],
}));
export const tenMegabytesOfErrors = lies((data) => ({
  data: Object.fromEntries(Object.keys(data).map((name) => [name, null])),
  errors: Array<{ readonly message: string }>(10_000).fill({ message: 'x'.repeat(1_024) }),
}));

const DEEP = 100_000;
export const nestsDeep: Deed = {
  how: 'BODY',
  commit: (text) => {
    const [name = 'a'] = Object.keys((JSON.parse(text) as { data: JsonObject }).data);
    return `{"data":{"${name}":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}}`;
  },
};
/** As a JSON text may carry it, which no object literal does. */
export const keysOf = (key: string): Deed => ({
  how: 'BODY',
  commit: (text) => text.replaceAll(/\{(?=")/g, `{"${key}":{"polluted":true},`),
});
export const saysDataTwice: Deed = {
  how: 'BODY',
  commit: (text) => `{"data":{"lie":true},${text.slice(1)}`,
};
export const somethingBesideTheAnswer: Deed = {
  how: 'BODY',
  commit: (text) => `{"extensions":{"tookMs":3},"note":"from the cache",${text.slice(1)}`,
};
