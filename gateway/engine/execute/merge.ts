import type { Run } from './run.ts';
import { isValues, type Values } from './values.ts';

/** Whether this is the name of an object type, so that it says what an object is. */
export type IsObjectType = (typename: unknown) => boolean;

/** What a merge goes by, and the run whose data it changes. */
export type Merging = {
  readonly isObjectType: IsObjectType;
  readonly run: Pick<Run, 'shares' | 'copies'>;
};

/**
 * Adds what came to what is there. Nothing takes a value back: a null leaves what another subgraph gave, and the name of an interface, which
 * is all that a subgraph with an interface object knows, leaves the name of the type.
 */
export function mergeInto(target: Values, came: Values, merging: Merging): void {
  for (const name in came) {
    if (name === '__proto__') continue;
    const known = Object.hasOwn(target, name) ? target[name] : undefined;
    const given = came[name];
    target[name] = known === undefined ? given : both(name, [known, given], merging);
  }
}

function both(
  name: string,
  [known, given]: readonly [unknown, unknown],
  merging: Merging,
): unknown {
  if (name === '__typename') return merging.isObjectType(given) ? given : known;
  return known === null || given === undefined || given === null
    ? (known ?? given)
    : merged(known, given, merging);
}

function merged(known: unknown, given: unknown, merging: Merging): unknown {
  if (Array.isArray(known) && Array.isArray(given))
    return known.length === given.length
      ? known.map((each, place) => merged(each, given[place], merging))
      : given;
  if (!isValues(known) || !isValues(given)) return given;
  const own = merging.run.shares ? copied(known, merging) : known;
  mergeInto(own, given, merging);
  return own;
}

/** It may stand in other places that were given something else. Whoever waits for more of it must look for it again. */
function copied(known: Values, { run }: Merging): Values {
  run.copies += 1;
  return { ...known };
}
