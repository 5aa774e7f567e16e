import { systemClock } from '../clock.ts';
import { isFairWait } from '../deadline.ts';
import type { Calling, MemberAddress } from '../member.ts';
import type { Breakers, Verdict } from './breaker.ts';
import { type Ask, type Outcome, unasked, whenSettled } from './outcome.ts';

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
  (member, request, calling) => {
    const ended = breakers.admit(member.code);
    if (!ended) return Promise.resolve(spared(breakers, member));
    const { clock = systemClock } = calling;
    const startedMs = clock.nowMs();
    return whenSettled(ask(member, request, calling), (outcome) =>
      // A trial that nobody ends would be the last.
      ended(outcome ? verdictOn(outcome, calling, clock.nowMs() - startedMs) : UNKNOWN),
    );
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
  if (answer.kind === 'answered' || mayBeTheQuestion) return ANSWERED;
  const isUnheard = answer.reason === 'TIMEOUT' && !isFairWait(calling, waitedMs);
  return answer.unasked || isUnheard ? UNKNOWN : { ...answer, kind: 'FAILED' };
}

const ANSWERED: Verdict = { kind: 'ANSWERED' };
const UNKNOWN: Verdict = { kind: 'UNKNOWN' };
