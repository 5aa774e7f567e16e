import type { Cores } from '../processes/index.ts';
import type { FederatedName, Result } from '../result.ts';
import type { Pace } from '../rounds.ts';
import { race } from './race.ts';

export type FederatedAsk = {
  readonly gateways: readonly FederatedName[];
  /** How much room for what has just been made, in megabytes; null is what Node takes by itself. */
  readonly youngMb: readonly (number | null)[];
  readonly isQuick: boolean;
  readonly cores: Cores;
  readonly profiles: string | null;
  readonly tell: (line: string) => void;
};

const SHOP: Pace = { warmUpMs: 2_500, roundMs: 2_000, rounds: 5, connections: 50 };
/** An answer of 3 MB takes stock most of a second, so few at a time are enough to keep it busy. */
const LARGE: Pace = { warmUpMs: 5_000, roundMs: 3_000, rounds: 5, connections: 4 };

/** The workload of public benchmarks: four subgraphs, seven hops and more, 88 kB of answer. */
export const fourSubgraph = (asked: FederatedAsk): Promise<readonly Result[]> =>
  race({ ...asked, bench: 'four-subgraph', workload: 'shop', ...entered(asked, SHOP) });

/** One list of 10,000 records over two subgraphs: 3 MB of answer. */
export const large = (asked: FederatedAsk): Promise<readonly Result[]> =>
  race({ ...asked, bench: 'large', workload: 'large', ...entered(asked, LARGE) });

const entered = ({ gateways, youngMb, isQuick }: FederatedAsk, pace: Pace) => ({
  entries: youngMb.flatMap((each) => gateways.map((name) => ({ name, youngMb: each }))),
  pace: isQuick ? { ...pace, rounds: 3 } : pace,
});
