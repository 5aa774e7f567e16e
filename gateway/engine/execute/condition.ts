import type { Run, Step } from './run.ts';

const nothing: Step = () => undefined;

/** One of two, by a variable of the request. */
export const condition =
  (variable: string, ifTrue: Step = nothing, ifFalse: Step = nothing): Step =>
  (run: Run) =>
    run.conditions[variable] === true ? ifTrue(run) : ifFalse(run);
