import type { Json } from './fetching.ts';
import type { Run } from './run.ts';

/** Those of a request that a subgraph is sent; one left out is left to its default there too. */
export function usedVariables(
  names: readonly string[],
  { variables }: Run,
): Readonly<Record<string, Json>> {
  const used: Record<string, Json> = {};
  for (const name of names) {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value !== undefined) used[name] = value;
  }
  return used;
}
