import type { Conditions } from '../shape/index.ts';
import type { EntityAsks } from './entity-asks.ts';
import type { Fetching, Json, SubgraphError } from './fetching.ts';

/**
 * Data as it grows while a plan is executed. It is the one thing here that is changed in place: each fetch adds to objects that others gave.
 * Where subgraphs gave equal entities to several places, these share what came, so it is a graph and no tree.
 */
export type Values = { [name: string]: unknown };

/** One execution of a program. */
export type Run = {
  readonly data: Values;
  readonly variables: Readonly<Record<string, Json>>;
  readonly conditions: Conditions;
  readonly fetching: Fetching;
  readonly entities: EntityAsks;
  readonly errors: SubgraphError[];
  /** Whether something stands in several places. */
  shares: boolean;
  /** How many objects have been replaced by copies of theirs. */
  copies: number;
};

/** One node of a plan, ready to run. Undefined where there was nothing to wait for. */
export type Step = (run: Run) => Promise<unknown> | undefined;
