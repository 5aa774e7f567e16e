import type { Contestant } from '../contestants.ts';
import type { Cores, Program } from '../processes/index.ts';
import type { Pace } from '../rounds.ts';

export type FaultsAsk = {
  /** Questions with a hanging member, each from a closed breaker. */
  readonly asks: number;
  readonly pace: Pace;
  readonly cores: Cores;
  readonly tell: (line: string) => void;
};
export type Faulty = FaultsAsk & {
  readonly canned: Program;
  readonly load: Program;
  readonly gateway: Contestant;
};

export const HANGING = 'MZ';
