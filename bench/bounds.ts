import { EXPONENT_MAX } from './growth/index.ts';
import { type Result, rounded } from './result.ts';
import type { Verdict } from './verdict.ts';

/** What our gateway must keep in a bench; `stock` is beside it, with as much room and asked alike. */
type Bound = {
  readonly says: string;
  /** Null where the results do not tell. */
  readonly of: (ours: Result, stock: Result | undefined) => number | null;
  readonly holds: (found: number) => boolean;
};

const atMost = (most: number) => (found: number) => found <= most;

const cpu = (most: number, says: string): Bound => ({
  says: `CPU at most ${says} of stock's`,
  of: (ours, stock) => over(ours.cpuMsPerRequest, stock?.cpuMsPerRequest),
  holds: atMost(most),
});
const memory = (most: number): Bound => ({
  says: `peak memory at most ${most} times stock's`,
  of: (ours, stock) => over(ours.peakRssMb, stock?.peakRssMb),
  holds: atMost(most),
});
const P99: Bound = {
  says: "p99 at most stock's p50",
  of: (ours, stock) => over(ours.p99Ms, stock?.p50Ms),
  holds: atMost(1),
};
const field = (name: string, holds: Bound['holds'], says: string): Bound => ({
  says,
  of: (ours) => numberOf(ours[name]),
  holds,
});
const LOOP = field('loopDelayP99Ms', atMost(20), 'event-loop delay p99 at most 20 ms');
const POWER = `CPU grows by a power of at most ${EXPONENT_MAX}`;

const BOUNDS: Readonly<Record<string, readonly Bound[]>> = {
  'four-subgraph, the same': [cpu(1 / 12, '1/12'), P99, memory(1.4), LOOP],
  'four-subgraph, one each': [cpu(1 / 6, '1/6'), P99, memory(1.4), LOOP],
  'large, the same': [cpu(1 / 4, '1/4'), memory(1.7), LOOP],
  'large, one each': [cpu(1 / 4, '1/4'), memory(1.7), LOOP],
  scatter: [field('timesFloor', atMost(1.3), "CPU at most 1.3 times the floor's"), LOOP],
  growth: [field('power', atMost(EXPONENT_MAX), POWER), LOOP],
  tricks: [field('savesPercent', (found) => found >= 3, 'saves at least 3 % of CPU')],
};

/** Every bound that the results speak of, whether or not it holds. */
export function verdictsOf(results: readonly Result[]): readonly Verdict[] {
  return results
    .filter(({ gateway }) => gateway === 'zellige')
    .flatMap((ours) => {
      const stock = results.find((each) => each.gateway === 'stock' && isBeside(ours, each));
      return boundsOf(ours).flatMap((bound) => verdictOf(bound, ours, stock));
    });
}

const boundsOf = ({ bench, clients }: Result): readonly Bound[] =>
  BOUNDS[`${bench}, ${clients}`] ?? BOUNDS[bench] ?? [];

/** Fields by which measurements of one bench differ from one another. */
const CASES = ['clients', 'youngMb', 'rowsEach', 'of', 'size', 'without'] as const;
const isBeside = (a: Result, b: Result): boolean =>
  a.bench === b.bench && CASES.every((name) => a[name] === b[name]);

function verdictOf(
  { says, of, holds }: Bound,
  ours: Result,
  stock: Result | undefined,
): readonly Verdict[] {
  const found = of(ours, stock);
  if (found === null) return [];
  const told = CASES.flatMap((name) => (ours[name] === undefined ? [] : `${name} ${ours[name]}`));
  const bound = [ours.bench, ...told, says].join(', ');
  return [{ bound, found: String(rounded(found)), holds: holds(found) }];
}

const over = (a: number | null, b: number | null | undefined): number | null =>
  a === null || !b ? null : a / b;

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
