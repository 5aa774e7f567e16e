import type { Conditions, ObjectShape } from '../shape/index.ts';
import type { EntityAsks } from './entity-asks.ts';
import type { Fetching, Json, SubgraphError } from './fetching.ts';
import type { Values } from './values.ts';

/** One execution of a program. */
export type Run = {
  readonly data: Values;
  readonly variables: Readonly<Record<string, Json>>;
  readonly conditions: Conditions;
  /** How the whole answer is written; undefined where it is put together of several runs. */
  readonly shape: ObjectShape | undefined;
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
