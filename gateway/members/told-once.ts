import type { Clock } from './clock.ts';

type OnBroken = (member: string, says: string) => void;

/** How long one and the same sentence is not told again. */
const QUIET_MS = 60_000;
/** Different sentences on one member within that time; what it does wrong beyond them is counted. */
const SENTENCES_MAX = 50;

/** What was said of one member in this minute, each sentence with how often it was true. */
type Minute = { readonly sentences: Map<string, number>; more: number };

/**
 * The same telling, but each sentence on a member once a minute, and at the minute's end how often it was true: a member that breaks the
 * contract a thousand times a second fills no log, and hides nothing either.
 */
export function toldOnce(tell: OnBroken, clock: Clock): OnBroken {
  const minutes = new Map<string, Minute>();
  const open = (member: string): Minute => {
    const minute = { sentences: new Map<string, number>(), more: 0 };
    minutes.set(member, minute);
    clock.after(QUIET_MS, () => {
      minutes.delete(member);
      for (const says of summaries(member, minute)) tell(member, says);
    });
    return minute;
  };
  return (member, says) => {
    const minute = minutes.get(member) ?? open(member);
    const times = minute.sentences.get(says);
    if (times === undefined && minute.sentences.size >= SENTENCES_MAX) {
      minute.more += 1;
      return;
    }
    minute.sentences.set(says, (times ?? 0) + 1);
    if (times === undefined) tell(member, says);
  };
}

function summaries(member: string, { sentences, more }: Minute): readonly string[] {
  const repeated = [...sentences].flatMap(([says, times]) =>
    times > 1 ? [`${says} So ${times} times within a minute.`] : [],
  );
  return more > 0
    ? [...repeated, `${member} broke the contract in ${more} other answers within a minute.`]
    : repeated;
}
