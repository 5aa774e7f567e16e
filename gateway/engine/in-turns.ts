import type { Engine } from './engine.ts';
import { withExecutor } from './engine-over.ts';
import type { Executor } from './planning-only.ts';
import type { Turns } from './transport/index.ts';

/** The same engine, whose questions begin in turns. */
export function inTurns(engine: Engine, turns: Turns): Engine {
  const executor: Executor = async (asked) => {
    await turns();
    return await engine.executor(asked);
  };
  return withExecutor(engine, executor);
}
