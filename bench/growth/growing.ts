import type { Cores } from '../processes/index.ts';
import type { Pace, Round } from '../rounds.ts';
import type { Curve } from './curve.ts';

export type GrowthAsk = {
  readonly isQuick: boolean;
  readonly cores: Cores;
  /** Told the curves, to draw them. */
  readonly draw: (curves: readonly Curve[]) => void;
  readonly tell: (line: string) => void;
};

/** What grows, and the rounds at each size. */
export type Measured = {
  readonly of: string;
  readonly sized: readonly (readonly [size: number, rounds: readonly Round[]])[];
};

export const paceOf = (isQuick: boolean, connections: number): Pace => ({
  warmUpMs: 2_500,
  roundMs: 2_000,
  rounds: isQuick ? 3 : 5,
  connections,
});
