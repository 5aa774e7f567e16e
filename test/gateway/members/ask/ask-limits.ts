import type { AskLimits } from '../../../../gateway/members/index.ts';

/** Small, so that a test reaches each of them. */
export const SMALL: AskLimits = {
  connectionsMax: 2,
  waitingAsksMax: 3,
  answerBytesMax: 10_000,
  headerBytesMax: 2_000,
  answerDepthMax: 20,
  breakerFailuresMax: 5,
  breakerOpenMsMin: 1_000,
  breakerOpenMsMax: 20_000,
  retryAfterMsMax: 60_000,
};
