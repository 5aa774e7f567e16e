import type { FetchDataRewrite } from '@apollo/query-planner';
import { isValues, type Values } from './values.ts';

/** Whether an object of this type, where it says one, is of the other. */
export type IsOfType = (typename: string, of: string) => boolean;

/** What stands before the name of a type in a path. */
export const ON_TYPE = '... on ';

/** Does to an object that was made for this what the planner wants done: names set, fields renamed. It may be changed in place. */
export function rewrite(
  value: unknown,
  rewrites: readonly FetchDataRewrite[],
  isOfType: IsOfType,
): void {
  for (const each of rewrites) rewriteAt(value, each.path, each, isOfType);
}

function rewriteAt(
  value: unknown,
  path: readonly string[],
  how: FetchDataRewrite,
  isOfType: IsOfType,
): void {
  if (Array.isArray(value)) for (const each of value) rewriteAt(each, path, how, isOfType);
  if (!isValues(value)) return;
  const [first = '', ...rest] = path;
  if (first.startsWith(ON_TYPE)) {
    const isMeant = mayBe(value, first.slice(ON_TYPE.length), isOfType);
    if (isMeant) rewriteAt(value, rest, how, isOfType);
  } else if (rest.length > 0) rewriteAt(value[first], rest, how, isOfType);
  else rewriteField(value, first, how);
}

/** Who does not say its type is taken to be meant. */
export const mayBe = ({ __typename }: Values, type: string, isOfType: IsOfType): boolean =>
  typeof __typename !== 'string' || isOfType(__typename, type);

function rewriteField(value: Values, name: string, how: FetchDataRewrite): void {
  if (how.kind === 'ValueSetter') value[name] = how.setValueTo;
  else if (Object.hasOwn(value, name) && value[name] !== null) {
    value[how.renameKeyTo] = value[name];
    delete value[name];
  }
}
