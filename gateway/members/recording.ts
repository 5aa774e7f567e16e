import { systemClock } from './clock.ts';
import type { Send } from './member.ts';

/** The same sending, but the hop in which an ask stands is told what became of it. */
export const recording =
  (send: Send): Send =>
  (member, request, calling) => {
    const { clock = systemClock, hop } = calling;
    if (!hop) return send(member, request, calling);
    const startedMs = clock.nowMs();
    return send(member, request, calling).then((answer) => {
      const outcome = answer.kind === 'answered' ? 'ANSWERED' : answer.reason;
      const isSent = answer.kind === 'answered' || !(answer.unasked || outcome === 'BREAKER_OPEN');
      const tookMs = isSent ? clock.nowMs() - startedMs : null;
      hop.asked({ member: member.code, outcome, tookMs });
      return answer;
    });
  };
