import type { Clock } from '../clock.ts';
import type { BreakerState } from '../member.ts';
import type { MissingReason } from '../missing-reason.ts';

export type BreakerStatus = {
  readonly state: BreakerState;
  /** Silences in a row, the last one included. */
  readonly failures: number;
  readonly lastReason: MissingReason | null;
  readonly lastSays: string | null;
  /** When the next trial may go, by the breaker's clock; null while it is closed. */
  readonly untilMs: number | null;
};

/** What an ask told of its member. Where it tells nothing, the breaker stays as it was. */
export type Verdict =
  | { readonly kind: 'ANSWERED' }
  | { readonly kind: 'FAILED'; readonly reason: MissingReason; readonly says: string }
  | { readonly kind: 'UNKNOWN' };

/** One breaker for each member: after some silences in a row it is spared for a while, and then tried by one ask at a time. */
export type Breakers = {
  /** Whether an ask would be admitted now. */
  readonly admits: (code: string) => boolean;
  /** Admits an ask, as the trial where one is due; what comes back is told what came of it. */
  readonly admit: (code: string) => ((verdict: Verdict) => void) | undefined;
  readonly statusOf: (code: string) => BreakerStatus;
  readonly statuses: () => Readonly<Record<string, BreakerStatus>>;
  readonly reset: (code?: string) => void;
};

export type BreakerLimits = {
  readonly breakerFailuresMax: number;
  readonly breakerOpenMsMin: number;
  readonly breakerOpenMsMax: number;
};

/** Closed as long as `openMs` is 0. It is spared until `untilMs`, and as long as a trial runs. */
type Breaker = Omit<BreakerStatus, 'state' | 'untilMs'> & {
  readonly openMs: number;
  readonly untilMs: number;
  readonly trial: symbol | null;
};

const CLOSED: Breaker = {
  failures: 0,
  lastReason: null,
  lastSays: null,
  openMs: 0,
  untilMs: 0,
  trial: null,
};

export function openBreakers(limits: BreakerLimits, clock: Clock): Breakers {
  const known = new Map<string, Breaker>();
  const of = (code: string) => known.get(code) ?? CLOSED;
  const admits = (code: string) => {
    const { openMs, untilMs, trial } = of(code);
    return openMs === 0 || (trial === null && clock.nowMs() >= untilMs);
  };
  const admit: Breakers['admit'] = (code) => {
    if (!admits(code)) return undefined;
    const before = of(code);
    const trial = before.openMs === 0 ? null : Symbol(code);
    if (trial !== before.trial || !known.has(code)) known.set(code, { ...before, trial });
    return (verdict) =>
      known.set(code, after(verdict, of(code), { trial, limits, nowMs: clock.nowMs() }));
  };
  const statusOf = (code: string) => shown(of(code), clock.nowMs());
  return {
    admits,
    admit,
    statusOf,
    statuses: () => Object.fromEntries([...known.keys()].map((code) => [code, statusOf(code)])),
    reset: (code) => (code === undefined ? known.clear() : void known.delete(code)),
  };
}

type Ended = {
  readonly trial: symbol | null;
  readonly limits: BreakerLimits;
  readonly nowMs: number;
};

/** An answer closes it, whoever asked. While it is open only the trial can fail: the others were sent before. */
function after(verdict: Verdict, before: Breaker, ended: Ended): Breaker {
  if (verdict.kind === 'ANSWERED') return CLOSED;
  const isTrial = before.trial !== null && before.trial === ended.trial;
  const freed = isTrial ? { ...before, trial: null } : before;
  if (verdict.kind === 'UNKNOWN' || (before.openMs > 0 && !isTrial)) return freed;
  const { reason: lastReason, says: lastSays } = verdict;
  const failed = { ...freed, failures: before.failures + 1, lastReason, lastSays };
  return failed.failures < ended.limits.breakerFailuresMax ? failed : opened(failed, ended);
}

/** No chance in it: members are spared one by one, so that there is no crowd to be thinned out. */
function opened(failed: Breaker, { limits, nowMs }: Ended): Breaker {
  const openMs = Math.min(
    failed.openMs === 0 ? limits.breakerOpenMsMin : failed.openMs * 2,
    limits.breakerOpenMsMax,
  );
  return { ...failed, openMs, untilMs: nowMs + openMs };
}

function shown({ openMs, untilMs, trial, ...status }: Breaker, nowMs: number): BreakerStatus {
  if (openMs === 0) return { ...status, state: 'CLOSED', untilMs: null };
  const isDue = trial !== null || nowMs >= untilMs;
  return { ...status, state: isDue ? 'HALF_OPEN' : 'OPEN', untilMs };
}
