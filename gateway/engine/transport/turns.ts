/** To be awaited before a piece of work; undefined where it may begin at once. */
export type Turns = () => Promise<void> | undefined;

/**
 * Lets pieces of work begin one after another, for so many milliseconds in one round of the loop. When many answers are there at once, the
 * loop looks at its sockets and clocks in between, and nobody waits for all of them. In a quiet moment nothing waits: the first of a round
 * begins at once, and the others when all sockets of the round have been looked at.
 */
export function openTurns(msAtOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let isRoundOpen = false;
  let endsAt = 0;
  const openRound = () => {
    isRoundOpen = true;
    setImmediate(endRound);
  };
  const endRound = () => {
    isRoundOpen = false;
    if (waiting.length === 0) return;
    openRound();
    endsAt = performance.now() + msAtOnce;
    beginNext();
  };
  const beginNext = () => {
    waiting.shift()?.();
    if (waiting.length > 0) afterThis(() => performance.now() < endsAt && beginNext());
  };
  return () => {
    if (isRoundOpen) return new Promise((begin) => waiting.push(begin));
    openRound();
    return undefined;
  };
}

/** When the piece that has just begun has done all that it does at once: pieces are of all sizes, and only then is it known what this one took. */
const afterThis = (run: () => void): void => queueMicrotask(() => process.nextTick(run));
