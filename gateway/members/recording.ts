import { systemClock } from './clock.ts';
import type { Send } from './member.ts';

/** The same sending, but the hop in which an ask stands is told what became of it. */
export const recording =
  (send: Send): Send =>
  async (member, request, calling) => {
    const { clock = systemClock, hop } = calling;
    const startedMs = clock.nowMs();
    const answer = await send(member, request, calling);
    const outcome = answer.kind === 'answered' ? 'ANSWERED' : answer.reason;
    const isSent = answer.kind === 'answered' || !(answer.unasked || outcome === 'BREAKER_OPEN');
    hop?.asked({
      member: member.code,
      outcome,
      tookMs: isSent ? clock.nowMs() - startedMs : null,
    });
    return answer;
  };
