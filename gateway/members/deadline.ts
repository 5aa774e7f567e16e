import { setMaxListeners } from 'node:events';
import { type Clock, systemClock } from './clock.ts';
import type { Calling, Viewer } from './member.ts';
import { whenEnded } from './when-ended.ts';

/** Why the asks of a request have ended, as its signal says: only the first is anything that a member could have done better. */
export const DEADLINE_PASSED = new Error('The deadline has passed.');
export const CLIENT_GONE = new Error('The client is gone.');
export const REQUEST_ANSWERED = new Error('The request is answered.');
export const GATEWAY_STOPS = new Error('The gateway is stopping.');

/** A client may leave, or be in a hurry: a member that was not waited for so long has done nothing wrong. */
const FAIR_WAIT_MS = 500;

/** Whether a silence after such a wait says anything of the member. */
export const isFairWait = ({ signal }: Calling, waitedMs: number): boolean =>
  !signal.aborted || (signal.reason !== CLIENT_GONE && waitedMs >= FAIR_WAIT_MS);

/** A request with an end: whoever opens it ends it, so that no timer outlives its answer. */
export type OpenCalling = { readonly calling: Calling; readonly end: (why: Error) => void };

/** A request of this viewer whose asks end after so many milliseconds, or when it is ended. As many may listen as there are members. */
export function openCalling(viewer: Viewer, ms: number, clock: Clock = systemClock): OpenCalling {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const forget = clock.after(ms, () => ending.abort(DEADLINE_PASSED));
  return {
    calling: { viewer, clock, endsAt: clock.nowMs() + ms, signal: ending.signal },
    end: (why) => {
      forget();
      ending.abort(why);
    },
  };
}

/** The same where nobody ends it but the clock. */
export const callingWithin = (viewer: Viewer, ms: number, clock?: Clock): Calling =>
  openCalling(viewer, ms, clock).calling;

/** The same, with a share of the time that is left; it ends with the whole. Who set no end has all the time of its signal. */
export function withShare(calling: Calling, share: number): Calling {
  const { clock = systemClock, endsAt, signal, viewer } = calling;
  if (endsAt === undefined) return calling;
  const leftMs = Math.max(0, endsAt - clock.nowMs());
  const { calling: shared, end } = openCalling(viewer, Math.floor(leftMs * share), clock);
  whenEnded(signal, () => end(signal.reason));
  return { ...calling, ...shared };
}
