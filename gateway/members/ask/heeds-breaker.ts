import { systemClock } from '../clock.ts';
import { isFairWait } from '../deadline.ts';
import type { Calling, MemberAddress } from '../member.ts';
import type { Breakers, Verdict } from './breaker.ts';
import { type Ask, type Outcome, unasked } from './outcome.ts';

/** Whoever may not ask now is told so at once. */
export const sparesOpen =
  (breakers: Breakers) =>
  (ask: Ask): Ask =>
  (member, request, calling) =>
    breakers.admits(member.code)
      ? ask(member, request, calling)
      : Promise.resolve(spared(breakers, member));

/** The breaker learns from each ask, and lets one at a time through where it tries. */
export const heedsBreaker =
  (breakers: Breakers) =>
  (ask: Ask): Ask =>
  async (member, request, calling) => {
    const ended = breakers.admit(member.code);
    if (!ended) return spared(breakers, member);
    let verdict: Verdict = { kind: 'UNKNOWN' };
    const { nowMs } = calling.clock ?? systemClock;
    const startedMs = nowMs();
    try {
      const outcome = await ask(member, request, calling);
      verdict = verdictOn(outcome, calling, nowMs() - startedMs);
      return outcome;
    } finally {
      ended(verdict); // a trial that nobody ends would be the last
    }
  };

function spared(breakers: Breakers, { code }: MemberAddress): Outcome {
  const { failures, lastSays } = breakers.statusOf(code);
  return unasked(
    'BREAKER_OPEN',
    `${code} is spared for a moment: it has been silent ${failures} times in a row. The last time: ${lastSays}`,
  );
}

/** Who asks cannot open a breaker for everybody: neither by a question that the member refuses, nor by waiting too short. */
function verdictOn(outcome: Outcome, calling: Calling, waitedMs: number): Verdict {
  const { answer, mayBeTheQuestion } = outcome;
  if (answer.kind === 'answered' || mayBeTheQuestion) return { kind: 'ANSWERED' };
  const isUnheard = answer.reason === 'TIMEOUT' && !isFairWait(calling, waitedMs);
  return answer.unasked || isUnheard ? { kind: 'UNKNOWN' } : { ...answer, kind: 'FAILED' };
}
