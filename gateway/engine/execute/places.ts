import { isValues, type Values } from './values.ts';

/** Names of fields from an object downwards; `@` stands for each of a list. */
export type Path = readonly string[];

/** The objects at a path, each once however many places it stands in. */
export function objectsAt(root: Values, path: Path): readonly Values[] {
  let level: readonly unknown[] = [root];
  for (const step of path) level = step === '@' ? itemsOf(level) : fieldOf(level, step);
  return [...new Set(level.filter(isValues))];
}

/** The objects or lists that hold what stands at a path; one may come several times. The root is held by none. */
export function holdersAt(root: Values, path: Path): readonly object[] {
  let level: readonly unknown[] = [root];
  for (const step of path.slice(0, -1))
    level = step === '@' ? itemsOf(level) : fieldOf(level, step);
  const isOfLists = path[path.length - 1] === '@';
  return level.filter((each) => (isOfLists ? Array.isArray(each) : isValues(each))) as object[];
}

/** Nulls, and what is no list, have no items. */
function itemsOf(level: readonly unknown[]): readonly unknown[] {
  const [first] = level;
  if (level.length === 1) return Array.isArray(first) ? first : [];
  const items: unknown[] = [];
  for (const list of level)
    if (Array.isArray(list))
      for (let place = 0; place < list.length; place += 1) items.push(list[place]);
  return distinct(items);
}

function fieldOf(level: readonly unknown[], name: string): readonly unknown[] {
  const values: unknown[] = [];
  for (let place = 0; place < level.length; place += 1) {
    const object = level[place];
    const value = isValues(object) ? object[name] : undefined;
    if (value !== null && typeof value === 'object') values.push(value);
  }
  return distinct(values);
}

/** Few are not compared: to take one twice costs less. What grows with each step does not grow for long. */
const COMPARED_FROM = 256;

const distinct = (values: readonly unknown[]): readonly unknown[] =>
  values.length < COMPARED_FROM ? values : [...new Set(values)];

export type Occurrence = {
  readonly object: Values;
  readonly path: readonly (string | number)[];
};

/** Every place at a path with the object that stands there, at most so many. Only errors need to know. */
export function occurrencesAt(root: Values, path: Path, most: number): readonly Occurrence[] {
  let level: readonly At[] = [{ value: root, path: [] }];
  for (const step of path)
    level = level.flatMap((at) => (step === '@' ? itemsAt(at) : fieldAt(at, step))).slice(0, most);
  return level.flatMap(({ value, path: at }) =>
    isValues(value) ? [{ object: value, path: at }] : [],
  );
}

type At = { readonly value: unknown; readonly path: readonly (string | number)[] };

const itemsAt = ({ value, path }: At): readonly At[] =>
  Array.isArray(value) ? value.map((each, place) => ({ value: each, path: [...path, place] })) : [];

const fieldAt = ({ value, path }: At, name: string): readonly At[] =>
  isValues(value) ? [{ value: value[name], path: [...path, name] }] : [];
