import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/**
 * libsql gives back what a statement holds once its handle is collected, and nothing tells V8 how much that is: ten thousand cases would hold
 * ten gigabytes. What is given back is given back in a turn of its own.
 */
export async function collectGarbage(): Promise<void> {
  collect();
  await wait(50);
}
