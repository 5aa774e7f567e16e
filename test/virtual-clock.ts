import type { Clock } from '../gateway/members/index.ts';

/** A clock that stands still until it is moved on. Who waits on it is woken in turn. */
export type VirtualClock = Clock & {
  readonly advance: (ms: number) => Promise<void>;
  /** How many wait. */
  readonly waiting: () => number;
};

type Waiting = { readonly at: number; readonly run: () => void };

const START = Date.UTC(2026, 0, 1);

export function openVirtualClock(): VirtualClock {
  let now = 0;
  let waiting: readonly Waiting[] = [];
  const forget = (each: Waiting) => {
    waiting = waiting.filter((one) => one !== each);
  };
  const nextUntil = (end: number) =>
    waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  return {
    nowMs: () => now,
    date: () => new Date(START + now),
    after: (ms, run) => {
      const each = { at: now + ms, run };
      waiting = [...waiting, each];
      return () => forget(each);
    },
    waiting: () => waiting.length,
    advance: async (ms) => {
      const end = now + ms;
      for (let next = nextUntil(end); next; next = nextUntil(end)) {
        now = Math.max(now, next.at);
        forget(next);
        next.run();
        await new Promise(setImmediate);
      }
      now = end;
    },
  };
}
