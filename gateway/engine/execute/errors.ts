import type { SubgraphError } from './fetching.ts';
import { type Occurrence, occurrencesAt, type Path } from './places.ts';
import type { Run } from './run.ts';
import type { Values } from './values.ts';

/** Where the answer to a fetch goes: its path, and for each of its entities the objects that it adds to. */
export type Placed = { readonly path: Path; readonly targets: readonly (readonly Values[])[] };

/** As many as an answer tells; more say nothing that these do not. */
const ERRORS_MAX = 10_000;

type Places = ReadonlyMap<Values, readonly Occurrence[]>;

/** A subgraph's errors, each at every place of the answer that it is about. */
export function noteErrors(errors: readonly SubgraphError[], placed: Placed, run: Run): void {
  let known: Places | undefined;
  const places = () => {
    known ??= placesAt(run.data, placed.path);
    return known;
  };
  for (const error of errors) {
    const left = ERRORS_MAX - run.errors.length;
    if (left <= 0) return;
    run.errors.push(...placesOf(error, placed, places).slice(0, left));
  }
}

function placesAt(root: Values, path: Path): Places {
  const places = new Map<Values, Occurrence[]>();
  for (const each of occurrencesAt(root, path, ERRORS_MAX)) {
    const alike = places.get(each.object);
    if (alike) alike.push(each);
    else places.set(each.object, [each]);
  }
  return places;
}

function placesOf(
  error: SubgraphError,
  { targets, path }: Placed,
  places: () => Places,
): readonly SubgraphError[] {
  const [first, place, ...rest] = error.path ?? [];
  if (first === undefined) return [error];
  if (targets.length === 0) {
    if (path.length === 0) return [error];
    return [...places().values()].flat().map((at) => within(error, at, error.path ?? []));
  }
  const objects = typeof place === 'number' ? targets[place] : undefined;
  if (!objects) return [withoutPath(error)];
  const at = objects.flatMap((each) => places().get(each) ?? []);
  return at.length > 0 ? at.map((each) => within(error, each, rest)) : [withoutPath(error)];
}

const within = (
  error: SubgraphError,
  { path }: Occurrence,
  rest: readonly (string | number)[],
): SubgraphError => ({ ...error, path: [...path, ...rest] });

const withoutPath = ({ path: _, ...error }: SubgraphError): SubgraphError => error;
