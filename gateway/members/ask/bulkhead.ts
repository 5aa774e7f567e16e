import type { Calling, MemberAddress } from '../member.ts';
import { whenEnded } from '../when-ended.ts';
import { type Ask, type Outcome, unasked, whenSettled } from './outcome.ts';

type AtOnce = { readonly connectionsMax: number; readonly waitingAsksMax: number };
type Place = { running: number; readonly waiting: Set<() => void> };

/** A member is asked so much at once and no more; so many wait their turn, in order, and the others are told so. */
export const limitsAtOnce =
  ({ connectionsMax, waitingAsksMax }: AtOnce) =>
  (ask: Ask): Ask => {
    const places = new Map<string, Place>();
    const run: (place: Place, ...asked: Parameters<Ask>) => Promise<Outcome> = (place, ...asked) =>
      whenSettled(ask(...asked), () => leave(place));
    return (member, request, calling) => {
      const place = places.get(member.code) ?? { running: 0, waiting: new Set() };
      places.set(member.code, place);
      if (place.running < connectionsMax) {
        place.running += 1;
        return run(place, member, request, calling);
      }
      if (place.waiting.size >= waitingAsksMax) return Promise.resolve(tooMuch(member, place));
      return turn(place, calling).then((hasTurn) =>
        hasTurn ? run(place, member, request, calling) : tooLate(member, place),
      );
    };
  };

/** Whether its turn came before its end. Who goes hands the place on, so nobody can slip in between. */
const turn = ({ waiting }: Place, { signal }: Calling): Promise<boolean> =>
  new Promise((resolve) => {
    const ends = (hasTurn: boolean) => {
      waiting.delete(comes);
      forget();
      resolve(hasTurn);
    };
    const comes = () => ends(true);
    if (signal.aborted) return resolve(false);
    waiting.add(comes);
    const forget = whenEnded(signal, () => ends(false));
  });

function leave(place: Place): void {
  const [next] = place.waiting;
  if (next) next();
  else place.running -= 1;
}

const tooMuch = ({ code }: MemberAddress, { running, waiting }: Place): Outcome =>
  unasked(
    'UNREACHABLE',
    `${code} was not asked: it is asked too much at once (${running} questions run, ${waiting.size} wait).`,
  );
const tooLate = ({ code }: MemberAddress, { running }: Place): Outcome =>
  unasked(
    'TIMEOUT',
    `${code} was not asked: the deadline passed while ${running} earlier questions to it ran.`,
  );
