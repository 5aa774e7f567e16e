import { LIMITS } from './limits/index.ts';
import type { AskLimits } from './members/index.ts';

/** The limits of asking members, as they are in use. */
export const ASK_LIMITS: AskLimits = {
  connectionsMax: LIMITS.memberConnectionsMax,
  waitingAsksMax: LIMITS.memberWaitingAsksMax,
  answerBytesMax: LIMITS.memberAnswerBytesMax,
  headerBytesMax: LIMITS.memberHeaderBytesMax,
  answerDepthMax: LIMITS.memberAnswerDepthMax,
  breakerFailuresMax: LIMITS.breakerFailuresMax,
  breakerOpenMsMin: LIMITS.breakerOpenMsMin,
  breakerOpenMsMax: LIMITS.breakerOpenMsMax,
  retryAfterMsMax: LIMITS.retryAfterMsMax,
};
