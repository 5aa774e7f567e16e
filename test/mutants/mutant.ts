/** One small fault of our own engine, as a change of its text, and the tests that must see it. */
export type Mutant = {
  /** What is wrong with it, in a few words. */
  readonly name: string;
  readonly file: string;
  /** The text that is right; it occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  /** The quickest test files that must fail. */
  readonly caughtBy: readonly string[];
};

/** How often a text occurs in another. */
export const occurrences = (text: string, part: string): number => text.split(part).length - 1;
