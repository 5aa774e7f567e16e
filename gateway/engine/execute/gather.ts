import { holdersAt, type Path } from './places.ts';
import type { Represent } from './represent.ts';
import type { Run } from './run.ts';
import { isValues, type Values } from './values.ts';

export type Gathered = {
  readonly representations: readonly string[];
  /** For each of them the objects that it stands for. */
  readonly targets: readonly (readonly Values[])[];
};

/**
 * The entities at a path, by what represents them. Twins that hold nothing else are one object from here on: whatever is added to one at this
 * path is added to the other.
 */
export function gather(run: Run, path: Path, represent: Represent): Gathered {
  const groups = new Map<string, Values[]>();
  const standsFor = new Map<Values, Values>();
  const take = (holder: Holder, place: string | number): void => {
    const object = holder[place];
    if (!isValues(object)) return;
    const before = run.shares ? standsFor.get(object) : undefined; // in a tree nothing comes twice
    const after = before ?? join(object, groups, represent);
    if (after !== object) {
      holder[place] = after;
      run.shares = true;
    }
    if (run.shares) standsFor.set(object, after);
  };
  const last = path[path.length - 1] ?? '';
  for (const holder of holdersAt(run.data, path) as readonly Holder[])
    if (Array.isArray(holder))
      for (let place = 0; place < holder.length; place += 1) take(holder, place);
    else take(holder, last);
  return { representations: [...groups.keys()], targets: [...groups.values()] };
}

type From = { readonly path: Path; readonly represent: Represent };

/** The same entities, as the objects that stand for them now. */
export function gatherAgain(
  { representations }: Gathered,
  run: Run,
  { path, represent }: From,
): Gathered {
  const now = gather(run, path, represent);
  const places = new Map(now.representations.map((each, at) => [each, now.targets[at]]));
  return { representations, targets: representations.map((each) => places.get(each) ?? []) };
}

/** An object or a list. */
type Holder = { [place: string | number]: unknown };

/** Puts an object among its like, and gives the one that shall stand in its place. */
function join(object: Values, groups: Map<string, Values[]>, represent: Represent): Values {
  const text = represent.textOf(object);
  if (text === undefined) return object;
  const alike = groups.get(text);
  if (!alike) {
    groups.set(text, [object]);
    return object;
  }
  const [twin] = alike;
  if (twin && represent.isBare(twin) && represent.isBare(object)) return twin;
  alike.push(object);
  return object;
}
