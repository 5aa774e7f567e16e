import type { Path } from '../serve/fault.ts';
import type { Answer, Difference } from './difference.ts';

/** A field of the whole answer: where it stands, and whether it may come of the subgraph that is out of order. */
export type Asked = { readonly path: Path; readonly mayBeLost: boolean };

export type Partial = {
  readonly got: Answer;
  /** What would be answered if nothing were out of order. */
  readonly whole: Answer;
  readonly asked: readonly Asked[];
  /** Whether a null may stand without an error: an entity that nobody knows has none. */
  readonly mayBeSilent: boolean;
};

/**
 * What is wrong with an answer when a subgraph is out of order: something that is not in the whole answer, a null without a reason, or one that
 * the subgraph has nothing to do with.
 */
export function partialDifferences({ got, whole, asked, mayBeSilent }: Partial) {
  const lost = lostPlaces(got.data, whole.data, []);
  const invented = lost.flatMap((each) => ('says' in each ? [each.says] : []));
  const nulls = lost.flatMap((each) => ('says' in each ? [] : [each.path]));
  const unexplained = nulls.filter((path) => !mayBeSilent && !isExplained(path, got.errors));
  const unneeded = nulls.filter((path) => !asked.some((each) => isReason(each, path)));
  return [
    ...invented.map((says): Difference => ({ kind: 'data', says })),
    ...unexplained.map((path): Difference => ({ kind: 'lacks error', says: JSON.stringify(path) })),
    ...unneeded.map(
      (path): Difference => ({ kind: 'data', says: `${JSON.stringify(path)} is lost for nothing` }),
    ),
  ];
}

type Lost = { readonly path: Path } | { readonly says: string };

/** Where there is null instead of what would be there; and anything else that is otherwise, in words. */
function lostPlaces(got: unknown, whole: unknown, path: Path): readonly Lost[] {
  if (got === null) return whole === null ? [] : [{ path }];
  if (!isBranch(got) || !isBranch(whole) || Array.isArray(got) !== Array.isArray(whole))
    return Object.is(got, whole) ? [] : [otherwise(got, whole, path)];
  const keys = Object.keys(whole);
  if (Object.keys(got).join() !== keys.join()) return [otherwise(got, whole, path)];
  return keys.flatMap((key) =>
    lostPlaces(got[key], whole[key], [...path, Array.isArray(whole) ? Number(key) : key]),
  );
}

const otherwise = (got: unknown, whole: unknown, path: Path): Lost => ({
  says: `${JSON.stringify(path)}: got ${JSON.stringify(got)}, expected ${JSON.stringify(whole)} or less`,
});

type Branch = Readonly<Record<string, unknown>>;
const isBranch = (node: unknown): node is Branch => typeof node === 'object' && node !== null;

/** By an error above it or below it, or one that has no place. */
const isExplained = (place: Path, errors: Answer['errors']): boolean =>
  errors.some(({ path }) => path === undefined || begins(path, place) || begins(place, path));

const begins = (path: Path, beginning: Path): boolean =>
  beginning.every((each, at) => each === path[at]);

/** What is lost below a place may take it along, and so does the field that it is in. */
function isReason({ path, mayBeLost }: Asked, place: Path): boolean {
  const field = place.slice(0, place.findLastIndex((each) => typeof each === 'string') + 1);
  return (
    mayBeLost && (begins(path, place) || (path.length === field.length && begins(path, field)))
  );
}
