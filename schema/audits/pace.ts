import { setTimeout as sleep } from 'node:timers/promises';

/** Lets requests go: so many in any second, and so many at once. What is answered by `instead` takes no turn. */
export type Pace = <Result>(
  request: () => Promise<Result>,
  instead?: () => Result | undefined,
) => Promise<Result>;
export type PaceClock = {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
};
const SYSTEM: PaceClock = { now: () => performance.now(), sleep };

const AT_ONCE = 4;

export function paceOf(rate: number, clock: PaceClock = SYSTEM): Pace {
  const place = placesOf(AT_ONCE);
  const turn = turnsOf(rate, clock);
  return async (request, instead) => {
    await place.enter();
    try {
      const other = instead?.();
      if (other !== undefined) return other;
      await turn();
      return await request();
    } finally {
      place.leave();
    }
  };
}

function placesOf(most: number) {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    enter: async (): Promise<void> => {
      if (taken < most) taken += 1;
      else await new Promise<void>((enters) => waiting.push(enters));
    },
    /** The place goes to who waits longest. */
    leave: (): void => {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    },
  };
}

const WINDOW_MS = 1_000;

/** Of the last `rate` requests the first must be a second old before the next goes, so that no second sees more, wherever it begins. */
function turnsOf(rate: number, { now, sleep: wait }: PaceClock): () => Promise<void> {
  const sent: number[] = [];
  let before: Promise<void> = Promise.resolve();
  const turn = async () => {
    const oldest = sent.length < rate ? undefined : sent.shift();
    const waits = oldest === undefined ? 0 : oldest + WINDOW_MS - now();
    if (waits > 0) await wait(Math.ceil(waits));
    sent.push(now());
  };
  return () => {
    before = before.then(turn);
    return before;
  };
}
