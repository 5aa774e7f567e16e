import { isDeepStrictEqual } from 'node:util';
import { ANY_CURSOR, ANY_INSTANT } from './markers.ts';

/** The first place where an answer is not what the oracle expects, as a sentence; undefined where the two are equal. */
export function firstDifference(
  got: unknown,
  expected: unknown,
  skipped: ReadonlySet<string>,
  path: readonly string[] = [],
): string | undefined {
  if (isSame(got, expected)) return undefined;
  if (skipped.has(withoutPlaces(path)) && isEmpty(got) && isEmpty(expected)) return undefined;
  if (!isBranch(got) || !isBranch(expected) || Array.isArray(got) !== Array.isArray(expected))
    return `At ${path.join('.')}: got ${shown(got)}, expected ${shown(expected)}.`;
  for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
    const below = [...path, key];
    const found = firstDifference(childOf(got, key), childOf(expected, key), skipped, below);
    if (found) return found;
  }
  return undefined;
}

/** A place by response names alone, which never are numbers. */
const withoutPlaces = (path: readonly string[]) =>
  path
    .filter((key) => !/^\d+$/.test(key))
    .map((key) => `.${key}`)
    .join('');

type Branch = Readonly<Record<string, unknown>>;
const isBranch = (value: unknown): value is Branch => typeof value === 'object' && value !== null;
const childOf = (branch: Branch, key: string) =>
  Object.hasOwn(branch, key) ? branch[key] : undefined;
const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 300) ?? 'nothing';

function isSame(got: unknown, expected: unknown): boolean {
  if (expected === ANY_CURSOR) return typeof got === 'string' && /^[\w-]{60,}$/.test(got);
  if (expected === ANY_INSTANT)
    return got === null || (typeof got === 'string' && !Number.isNaN(Date.parse(got)));
  return !isBranch(got) && isDeepStrictEqual(got, expected);
}

/** Nothing, or objects without fields. */
const isEmpty = (value: unknown): boolean =>
  value === null || (isBranch(value) && Object.values(value).every(isEmpty));
