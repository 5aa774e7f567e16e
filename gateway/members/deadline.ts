import { setMaxListeners } from 'node:events';

/** The signal that ends all asks of one request at its deadline. As many may listen as there are members. */
export function deadlineIn(ms: number): AbortSignal {
  const signal = AbortSignal.timeout(ms);
  setMaxListeners(0, signal);
  return signal;
}
