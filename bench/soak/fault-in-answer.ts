import { z } from 'zod';

const ANSWER = z.object({
  extensions: z.object({
    zellige: z.object({
      coverage: z.object({
        complete: z.boolean(),
        missing: z.array(z.unknown()),
        stale: z.array(z.unknown()),
      }),
    }),
  }),
});

/** What is wrong with an answer under load, in a sentence; undefined where it is complete or names somebody. */
export function faultInAnswer(status: number, text: string): string | undefined {
  if (status !== 200) return `Expected status 200, got ${status}: ${text.slice(0, 300)}`;
  const parsed = ANSWER.safeParse(JSON.parse(text));
  if (!parsed.success) return `Expected a coverage of the request, got ${text.slice(0, 300)}`;
  const { complete, missing, stale } = parsed.data.extensions.zellige.coverage;
  if (complete || missing.length + stale.length > 0) return undefined;
  return `Expected whoever is missing to be named, got ${text.slice(-300)}`;
}

/** Whether an answer without fault says that nobody is missing. */
export const isComplete = (text: string): boolean =>
  ANSWER.parse(JSON.parse(text)).extensions.zellige.coverage.complete;
