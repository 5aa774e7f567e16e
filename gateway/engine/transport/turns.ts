/** To be awaited before a piece of work; undefined where it may begin at once. */
export type Turns = () => Promise<void> | undefined;

/**
 * Lets pieces of work begin one after another, for so many milliseconds in one round of the loop. When many answers are there at once, the
 * loop looks at its sockets and clocks in between, and nobody waits for all of them. In a quiet moment nothing waits.
 */
export function openTurns(msAtOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let roundBeganAt = 0;
  let isRoundOpen = false;
  let begun = 0;
  let atOnce = AT_ONCE_FIRST;
  const openRound = (count: number) => {
    roundBeganAt = performance.now();
    isRoundOpen = true;
    begun = count;
    setImmediate(endRound);
  };
  const endRound = () => {
    isRoundOpen = false;
    if (waiting.length === 0) return;
    atOnce = paced(atOnce, performance.now() - roundBeganAt, msAtOnce);
    const next = waiting.splice(0, atOnce);
    openRound(next.length);
    for (const begin of next) begin();
  };
  const isFree = () =>
    waiting.length === 0 && begun < atOnce && performance.now() - roundBeganAt < msAtOnce;
  return () => {
    if (!isRoundOpen) openRound(0);
    if (!isFree()) return new Promise((begin) => waiting.push(begin));
    begun += 1;
    return undefined;
  };
}

const AT_ONCE_FIRST = 8;
const AT_ONCE_MAX = 64;

/** How many begin in the next round: pieces are of all sizes, and what the last ones took is the best guess. */
function paced(atOnce: number, tookMs: number, msAtOnce: number): number {
  if (tookMs > msAtOnce) return Math.max(1, Math.floor(atOnce / 2));
  return tookMs < msAtOnce / 2 ? Math.min(AT_ONCE_MAX, atOnce * 2) : atOnce;
}
