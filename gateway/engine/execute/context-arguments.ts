import type { FetchDataRewrite } from '@apollo/query-planner';
import type { Json } from './fetching.ts';
import type { Path } from './places.ts';
import { type IsOfType, mayBe, ON_TYPE } from './rewrites.ts';
import { isValues, type Values } from './values.ts';

/** An argument that a fetch takes from an object above its entities (`@fromContext`), where that is of the right type. */
export type ContextArgument = {
  readonly variable: string;
  /** How many steps of the fetch's path lead to that object. */
  readonly depth: number;
  /** From there, by names of fields and types. */
  readonly within: Path;
};

/** The planner says how many fields further up the object stands, and names what is taken of it. */
export function contextArguments(
  rewrites: readonly FetchDataRewrite[],
  path: Path,
): readonly ContextArgument[] {
  return rewrites.flatMap((each) => {
    if (each.kind !== 'KeyRenamer') return [];
    const ups = each.path.findIndex((step) => step !== UP);
    const depth = depthAbove(path, ups);
    return [{ variable: each.renameKeyTo, depth, within: each.path.slice(ups) }];
  });
}

const UP = '..';

/** A list is no field: whoever goes up from one of its objects leaves it, too. */
function depthAbove(path: Path, ups: number): number {
  const fields = [...path.keys()].filter((at) => path[at] !== '@');
  return ups === 0 ? path.length : (fields[fields.length - ups] ?? 0);
}

/** What entities at one place have from above. */
export type Context = {
  readonly variables: Readonly<Record<string, Json>>;
  /** The same as text: equal where the arguments are. */
  readonly text: string;
  /** False where an object did not give what should be taken of it, so that nothing can be asked. */
  readonly isWhole: boolean;
};

export const NO_CONTEXT: Context = { variables: {}, text: '', isWhole: true };

/** What is known further up, and what is taken of this object. */
export function contextWith(
  known: Context,
  object: Values,
  { taken, isOfType }: { readonly taken: readonly ContextArgument[]; readonly isOfType: IsOfType },
): Context {
  let { variables, isWhole } = known;
  for (const { variable, within } of taken) {
    if (Object.hasOwn(variables, variable) || !isMeant(object, within, isOfType)) continue;
    const value = valueAt(object, within, isOfType);
    isWhole &&= value !== undefined;
    variables = { ...variables, [variable]: value ?? null };
  }
  return { variables, isWhole, text: JSON.stringify([variables, isWhole]) };
}

const isMeant = (object: Values, [first = '']: Path, isOfType: IsOfType): boolean =>
  !first.startsWith(ON_TYPE) || mayBe(object, first.slice(ON_TYPE.length), isOfType);

/** Of a list each item's. Undefined where a field is not there; null where an object further down is of another type. */
function valueAt(value: unknown, path: Path, isOfType: IsOfType): Json | undefined {
  const [first, ...rest] = path;
  if (first === undefined || value === null) return value as Json | undefined;
  if (Array.isArray(value)) {
    const items = value.map((each) => valueAt(each, path, isOfType));
    return items.every((each) => each !== undefined) ? items : undefined;
  }
  if (!isValues(value)) return undefined;
  if (!first.startsWith(ON_TYPE)) return valueAt(value[first], rest, isOfType);
  return isMeant(value, path, isOfType) ? valueAt(value, rest, isOfType) : null;
}
