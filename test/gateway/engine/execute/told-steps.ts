import { setImmediate } from 'node:timers/promises';
import type { Step } from '../../../../gateway/engine/execute/index.ts';

/** Steps that tell when they begin and end, `slow` ones after all others. */
export function toldSteps() {
  const told: string[] = [];
  const step =
    (name: string, turns = 1): Step =>
    async () => {
      told.push(`${name} begins`);
      for (let turn = 0; turn < turns; turn += 1) await setImmediate();
      told.push(`${name} ends`);
    };
  return { told, quick: (name: string) => step(name), slow: (name: string) => step(name, 5) };
}

export const failing: Step = () => Promise.reject(new Error('It broke.'));
export const nothing: Step = () => undefined;
