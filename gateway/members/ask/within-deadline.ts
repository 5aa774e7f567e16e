import { systemClock } from '../clock.ts';
import type { Calling } from '../member.ts';
import { whenEnded } from '../when-ended.ts';
import { type Ask, type Outcome, silence, unasked } from './outcome.ts';

/** Ends an ask with its request, whatever has come by then: the deadline is of the whole answer, not of its next byte. */
export const withinDeadline =
  (ask: Ask): Ask =>
  (member, request, calling) => {
    const { code } = member;
    if (isOver(calling))
      return Promise.resolve(unasked('TIMEOUT', `${code} was not asked: the deadline had passed.`));
    return new Promise<Outcome>((resolve, reject) => {
      const forget = whenEnded(calling.signal, () =>
        resolve(silence('TIMEOUT', `${code} did not answer before the deadline.`)),
      );
      ask(member, request, calling).then(
        (outcome) => {
          forget();
          resolve(outcome);
        },
        (error) => {
          forget();
          reject(error);
        },
      );
    });
  };

const isOver = ({ signal, endsAt, clock = systemClock }: Calling): boolean =>
  signal.aborted || (endsAt !== undefined && clock.nowMs() >= endsAt);
