import { DEFAULT_ENGINE, ENGINE_NAMES, type EngineName } from '../gateway/engine-name.ts';

/**
 * The engine that the tests run with, and the programs that they start: chosen by ENGINE as a gateway's is. With OTHER_ENGINE=1 it is the
 * other one, so that one run of `npm test` sees both.
 */
export const ENGINE: EngineName = engineOf(process.env);

function engineOf({ ENGINE: name = DEFAULT_ENGINE, OTHER_ENGINE }: NodeJS.ProcessEnv): EngineName {
  const other = OTHER_ENGINE === '1';
  const chosen = ENGINE_NAMES.find((each) => (each === name) !== other);
  const isKnown = ENGINE_NAMES.some((each) => each === name);
  if (chosen && isKnown) return chosen;
  throw new Error(`Expected ENGINE to be one of ${ENGINE_NAMES}, got ${name}.`);
}
