import type { Clock } from '../clock.ts';
import type { MemberAddress } from '../member.ts';
import { type Ask, type Outcome, unasked, whenSettled } from './outcome.ts';

/** Until when a member has asked not to be asked. */
export type Waits = {
  readonly leftMs: (code: string) => number;
  readonly wait: (code: string, ms: number) => void;
  readonly forget: (code: string) => void;
};

export function openWaits(
  { retryAfterMsMax }: { readonly retryAfterMsMax: number },
  clock: Clock,
): Waits {
  const until = new Map<string, number>();
  return {
    leftMs: (code) => Math.max(0, (until.get(code) ?? 0) - clock.nowMs()),
    wait: (code, ms) => void until.set(code, clock.nowMs() + Math.min(ms, retryAfterMsMax)),
    forget: (code) => void until.delete(code),
  };
}

/**
 * A member that said `Retry-After` is left alone until then. It is unreachable, not spared by us: the wish is its own, and the breaker
 * need not have opened.
 */
export const heedsRetryAfter =
  (waits: Waits) =>
  (ask: Ask): Ask =>
  (member, request, calling) => {
    const leftMs = waits.leftMs(member.code);
    if (leftMs > 0) return Promise.resolve(left(member, leftMs));
    return whenSettled(ask(member, request, calling), (outcome) => {
      if (outcome?.retryAfterMs !== undefined) waits.wait(member.code, outcome.retryAfterMs);
    });
  };

const left = ({ code }: MemberAddress, leftMs: number): Outcome =>
  unasked(
    'UNREACHABLE',
    `${code} was not asked: it wishes not to be for another ${Math.ceil(leftMs / 1000)} s (Retry-After).`,
  );
