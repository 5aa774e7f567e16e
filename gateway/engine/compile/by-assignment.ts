import type { Conditions } from '../shape/index.ts';

/** A handful of conditions has many assignments; the oldest go. */
const ASSIGNMENTS_KEPT = 32;

/** Makes a thing once for each assignment of these variables. */
export function byAssignment<Thing>(
  names: readonly string[],
  make: (conditions: Conditions) => Thing,
): (conditions: Conditions) => Thing {
  const kept = new Map<string, Thing>();
  return (conditions) => {
    const key = names.map((name) => Number(conditions[name])).join('');
    const thing = kept.get(key) ?? make(conditions);
    if (!kept.has(key) && kept.size >= ASSIGNMENTS_KEPT)
      kept.delete(kept.keys().next().value ?? '');
    kept.set(key, thing);
    return thing;
  };
}
