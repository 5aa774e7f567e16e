/** How a member has answered lately. It is written to with every ask: a value made anew each time would cost more than the rest of the noting. */
export type Lately = {
  /** An answer that is not taken for one was none, but came in time. */
  readonly asked: (isAnswered: boolean, isTaken?: boolean) => void;
  /** What it answered last turned out to be no answer. */
  readonly wasNone: () => void;
  /** The share of the last hundred asks that it answered; null until it has been asked. */
  readonly onTime: () => number | null;
  readonly answeredAt: () => string | null;
};

const ASKS_REMEMBERED = 100;

export function openLately(): Lately {
  const answered = new Uint8Array(ASKS_REMEMBERED);
  let asks = 0;
  let answeredAtMs: number | null = null;
  const note = (ask: number, isAnswered: boolean) => {
    answered[ask % ASKS_REMEMBERED] = Number(isAnswered);
  };
  return {
    asked: (isAnswered, isTaken = isAnswered) => {
      note(asks, isAnswered);
      asks += 1;
      if (isTaken) answeredAtMs = Date.now();
    },
    wasNone: () => {
      asks = Math.max(asks, 1);
      note(asks - 1, false);
    },
    onTime: () => {
      const remembered = Math.min(asks, ASKS_REMEMBERED);
      const sum = answered.reduce((before, each) => before + each, 0);
      return remembered === 0 ? null : sum / remembered;
    },
    answeredAt: () => (answeredAtMs === null ? null : new Date(answeredAtMs).toISOString()),
  };
}
