/** Time as a value: whoever waits or measures is given one, so that tests need not wait. */
export type Clock = {
  /** Milliseconds that only go forward. */
  readonly nowMs: () => number;
  /** The day and hour, for what people read. */
  readonly date: () => Date;
  /** Runs it once, after so many milliseconds; what comes back forgets it. Nothing keeps the process alive for it. */
  readonly after: (ms: number, run: () => void) => () => void;
};

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  date: () => new Date(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};
