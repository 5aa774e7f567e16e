import { LIMITS } from './limits.ts';

/** How questions that are the same are answered together, by whichever gateway. */
export const SHARED_QUESTIONS = {
  joinMsMax: LIMITS.sharedQuestionMsMax,
  sharedCharactersMax: LIMITS.documentBytesMax,
} as const;
