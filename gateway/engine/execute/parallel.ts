import type { Run, Step } from './run.ts';

/** All at once; it ends with the last. */
export const parallel =
  (steps: readonly Step[]): Step =>
  (run: Run) =>
    Promise.all(steps.map((step) => step(run)));
