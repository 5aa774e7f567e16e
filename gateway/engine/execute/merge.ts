import type { Values } from './run.ts';

/** Whether this is the name of an object type, so that it says what an object is. */
export type IsObjectType = (typename: unknown) => boolean;

/**
 * Adds what came to what is there. Nothing takes a value back: a null leaves what another subgraph gave, and the name of an interface, which
 * is all that a subgraph with an interface object knows, leaves the name of the type.
 */
export function mergeInto(target: Values, came: Values, isObjectType: IsObjectType): void {
  for (const name in came) {
    if (name === '__proto__') continue;
    const known = Object.hasOwn(target, name) ? target[name] : undefined;
    const given = came[name];
    target[name] = known === undefined ? given : both(name, [known, given], isObjectType);
  }
}

function both(
  name: string,
  [known, given]: readonly [unknown, unknown],
  isObjectType: IsObjectType,
): unknown {
  if (name === '__typename') return isObjectType(given) ? given : known;
  return known === null || given === undefined || given === null
    ? (known ?? given)
    : merged(known, given, isObjectType);
}

/** A new value, for the known one may stand in other places that were given something else. */
function merged(known: unknown, given: unknown, isObjectType: IsObjectType): unknown {
  if (Array.isArray(known) && Array.isArray(given))
    return known.length === given.length
      ? known.map((each, place) => merged(each, given[place], isObjectType))
      : given;
  if (!isValues(known) || !isValues(given)) return given;
  const copy = { ...known };
  mergeInto(copy, given, isObjectType);
  return copy;
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
