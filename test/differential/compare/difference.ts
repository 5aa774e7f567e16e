import type { Path } from '../serve/fault.ts';

type PathError = { readonly message: string; readonly path?: Path | undefined };
/** An answer: its data as text and as a value, and its errors. */
export type Answer = {
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly PathError[];
};

export type Difference = { readonly kind: Kind; readonly says: string };
type Kind = 'data' | 'order' | 'lacks error' | 'has error' | 'mutations' | 'throws';

/** What one answer says otherwise than the other: its text to the byte, and where it has errors. */
export function differencesOf(got: Answer, expected: Answer): readonly Difference[] {
  return [...dataDifference(got, expected), ...errorDifferences(got, expected)];
}

function dataDifference(got: Answer, expected: Answer): readonly Difference[] {
  if (got.text === expected.text) return [];
  const found = firstDifference(got.data, expected.data, []);
  if (found) return [{ kind: 'data', says: found }];
  return [{ kind: 'order', says: `got ${got.text}, expected ${expected.text}` }];
}

/**
 * An error is where a client sees its null: a place that is null for several errors may tell of any of them. So each answer must have an
 * error at the same nulls.
 */
function errorDifferences(got: Answer, expected: Answer): readonly Difference[] {
  const seen = new Set(got.errors.map((each) => placeOf(expected.data, each)));
  const wanted = new Set(expected.errors.map((each) => placeOf(expected.data, each)));
  return [
    ...[...wanted]
      .filter((each) => !seen.has(each))
      .map((each) => ({ kind: 'lacks error', says: each }) as const),
    ...[...seen]
      .filter((each) => !wanted.has(each))
      .map(
        (each) =>
          ({
            kind: 'has error',
            says: `${each}: ${got.errors.find((one) => placeOf(expected.data, one) === each)?.message}`,
          }) as const,
      ),
  ];
}

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

function firstDifference(got: unknown, expected: unknown, path: Path): string | undefined {
  if (!isBranch(got) || !isBranch(expected) || Array.isArray(got) !== Array.isArray(expected))
    return Object.is(got, expected)
      ? undefined
      : `${JSON.stringify(path)}: got ${shown(got)}, expected ${shown(expected)}`;
  for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
    if (Object.hasOwn(got, key) !== Object.hasOwn(expected, key))
      return `${JSON.stringify([...path, key])}: ${Object.hasOwn(got, key) ? 'is there' : 'is not there'}`;
    const found = firstDifference(got[key], expected[key], [...path, key]);
    if (found) return found;
  }
  return undefined;
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 200) ?? 'nothing';
