/** How much of a program there is at a moment of the run. */
export type HeapSample = { readonly minute: number; readonly mb: number };
/** Sockets, timers, handles and open files, by their kinds. */
export type Resources = Readonly<Record<string, number>>;

/** What a soak has found. */
export type Figures = {
  readonly minutes: number;
  readonly clients: number;
  readonly flapping: number;
  readonly requests: number;
  /** Answers in which nobody was missing; the others named somebody, apart from `nameless`. */
  readonly complete: number;
  readonly nameless: number;
  readonly serverErrors: number;
  readonly heap: readonly HeapSample[];
  readonly heapSlopeMbPerMinute: number;
  readonly delayP50Ms: number;
  readonly delayP99Ms: number;
  readonly before: Resources;
  readonly after: Resources;
  readonly unhandledRejections: number;
  /** The first of what went wrong. */
  readonly said: readonly string[];
};

/** By least squares; 0 where one sample tells no slope. */
export function slopeOf(samples: readonly HeapSample[]): number {
  const mean = (of: (sample: HeapSample) => number) =>
    samples.reduce((sum, each) => sum + of(each), 0) / samples.length;
  const [minute, mb] = [mean((each) => each.minute), mean((each) => each.mb)];
  const spread = mean((each) => (each.minute - minute) ** 2);
  if (samples.length < 2 || spread === 0) return 0;
  return mean((each) => (each.minute - minute) * (each.mb - mb)) / spread;
}

/** The least of each kind that was seen: what comes and goes is not held. */
export function leastOf(seen: readonly Resources[]): Resources {
  const kinds = [...new Set(seen.flatMap((each) => Object.keys(each)))];
  return Object.fromEntries(
    kinds.map((kind) => [kind, Math.min(...seen.map((each) => each[kind] ?? 0))]),
  );
}
