import type { Run, Step } from './run.ts';

/** One after another: each may need what those before it gave. Mutations are in order by this alone. */
export const sequence =
  (steps: readonly Step[]): Step =>
  async (run: Run) => {
    for (const step of steps) await step(run);
  };
