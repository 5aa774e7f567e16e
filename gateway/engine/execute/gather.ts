import { holdersAt, isValues, type Path } from './places.ts';
import type { Represent } from './represent.ts';
import type { Run, Values } from './run.ts';

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
  const groups = new Map<string, Group>();
  const standsFor = new Map<Values, Values>();
  const take = (holder: Holder, place: string | number): void => {
    const object = holder[place];
    if (!isValues(object)) return;
    const before = standsFor.get(object);
    const after = before ?? join(object, groups, represent);
    if (!before) standsFor.set(object, after);
    if (after === object) return;
    holder[place] = after;
    run.shares = true;
  };
  const last = path[path.length - 1] ?? '';
  for (const holder of holdersAt(run.data, path) as readonly Holder[])
    if (Array.isArray(holder)) for (const place of holder.keys()) take(holder, place);
    else take(holder, last);
  return { representations: [...groups.keys()], targets: [...groups.values()].map(targetsOf) };
}

/** An object or a list. */
type Holder = { [place: string | number]: unknown };
type Group = { readonly objects: Values[]; twin: Values | undefined };

const targetsOf = ({ objects }: Group): readonly Values[] => objects;

/** Puts an object into its group, and gives the object that shall stand in its place. */
function join(object: Values, groups: Map<string, Group>, represent: Represent): Values {
  const text = represent.textOf(object);
  if (text === undefined) return object;
  const group = groups.get(text) ?? { objects: [], twin: undefined };
  groups.set(text, group);
  const isBare = represent.isBare(object);
  if (isBare && group.twin) return group.twin;
  if (isBare) group.twin = object;
  group.objects.push(object);
  return object;
}
