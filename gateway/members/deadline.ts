import { setMaxListeners } from 'node:events';
import type { Calling, Viewer } from './member.ts';

/** The signal that ends all asks of one request at its deadline. As many may listen as there are members. */
export function deadlineIn(ms: number): AbortSignal {
  const signal = AbortSignal.timeout(ms);
  setMaxListeners(0, signal);
  return signal;
}

/** A request of this viewer whose asks end after so many milliseconds. */
export const callingWithin = (viewer: Viewer, ms: number): Calling => ({
  viewer,
  endsAt: performance.now() + ms,
  signal: deadlineIn(ms),
});

/** The same, with a share of the time that is left. Who set no end has all the time of its signal. */
export function withShare(calling: Calling, share: number): Calling {
  if (calling.endsAt === undefined) return calling;
  const leftMs = Math.max(0, calling.endsAt - performance.now());
  return callingWithin(calling.viewer, Math.floor(leftMs * share));
}
