import type { Path } from '../serve/fault.ts';

type PathError = { readonly message: string; readonly path?: Path | undefined };
/** An answer: its data as text and as a value, and its errors. */
export type Answer = {
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly PathError[];
};

export type Difference = {
  readonly kind: Kind;
  readonly says: string;
  /** Where the data differ, or of the error that only one of them has. */
  readonly path?: Path | undefined;
  /** Where there are two to be compared. */
  readonly answers?: Answers;
};
type Kind = 'data' | 'order' | 'lacks error' | 'has error' | 'mutations' | 'throws';
export type Answers = { readonly got: Answer; readonly expected: Answer };

/** What one answer says otherwise than the other: its text to the byte, and where it has errors. */
export function differencesOf(got: Answer, expected: Answer): readonly Difference[] {
  const all = [...dataDifference(got, expected), ...errorDifferences(got, expected)];
  return all.map((each) => ({ ...each, answers: { got, expected } }));
}

function dataDifference(got: Answer, expected: Answer): readonly Difference[] {
  if (got.text === expected.text) return [];
  const found = firstDifference(got.data, expected.data, []);
  if (found) return [{ kind: 'data', ...found }];
  return [{ kind: 'order', says: `got ${got.text}, expected ${expected.text}` }];
}

/**
 * An error is where a client sees its null: a place that is null for several errors may tell of any of them. So each answer must have an
 * error at the same nulls.
 */
function errorDifferences(got: Answer, expected: Answer): readonly Difference[] {
  const seen = byPlace(expected.data, got.errors);
  const wanted = byPlace(expected.data, expected.errors);
  const lacking = [...wanted].filter(([place]) => !seen.has(place));
  const more = [...seen].filter(([place]) => !wanted.has(place));
  return [
    ...lacking.map(([place, { path }]) => ({ kind: 'lacks error', says: place, path }) as const),
    ...more.map(
      ([place, { path, message }]) =>
        ({ kind: 'has error', says: `${place}: ${message}`, path }) as const,
    ),
  ];
}

/** The first error of each place. */
const byPlace = (data: unknown, errors: readonly PathError[]): ReadonlyMap<string, PathError> =>
  new Map(errors.toReversed().map((each) => [placeOf(data, each), each]));

/** The longest beginning of its path that the data has: where the null is. */
function placeOf(data: unknown, { path }: PathError): string {
  if (!path) return 'nowhere';
  let node = data;
  const place: (string | number)[] = [];
  for (const key of path) {
    if (!isBranch(node) || !Object.hasOwn(node, key)) break;
    place.push(key);
    node = node[key];
  }
  return JSON.stringify(place);
}

type Branch = Readonly<Record<string | number, unknown>>;
const isBranch = (node: unknown): node is Branch => typeof node === 'object' && node !== null;

type Differing = { readonly path: Path; readonly says: string };
function firstDifference(got: unknown, expected: unknown, path: Path): Differing | undefined {
  if (isBranch(got) && isBranch(expected) && Array.isArray(got) === Array.isArray(expected))
    return differenceWithin(got, expected, path);
  if (Object.is(got, expected)) return undefined;
  return differing(path, `got ${shown(got)}, expected ${shown(expected)}`);
}

function differenceWithin(got: Branch, expected: Branch, path: Path): Differing | undefined {
  for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
    const at = [...path, Array.isArray(expected) ? Number(key) : key];
    if (Object.hasOwn(got, key) !== Object.hasOwn(expected, key))
      return differing(at, Object.hasOwn(got, key) ? 'is there' : 'is not there');
    const found = firstDifference(got[key], expected[key], at);
    if (found) return found;
  }
  return undefined;
}

const differing = (path: Path, says: string): Differing => ({
  path,
  says: `${JSON.stringify(path)}: ${says}`,
});
const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 200) ?? 'nothing';
