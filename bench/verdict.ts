/** A bound, what was found, and whether it holds. */
export type Verdict = {
  readonly bound: string;
  readonly found: string;
  readonly holds: boolean;
};

export const readableVerdicts = (verdicts: readonly Verdict[]): string =>
  verdicts
    .map(({ bound, found, holds }) => `${holds ? 'holds ' : 'BROKEN'}  ${bound}: ${found}\n`)
    .join('');
