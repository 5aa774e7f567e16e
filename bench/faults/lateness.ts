export const DEADLINE_MS = 1_000;
/** A hop that another follows has this share of the time. */
const FIRST_HOP_SHARE = 0.6;
const SLACK_MS = 50;

/** The latest that an answer may come: of one hop, and of two where the second takes so long. */
export const oneHopMsMax = DEADLINE_MS + SLACK_MS;
export const twoHopsMsMax = (secondHopMs: number): number =>
  DEADLINE_MS * FIRST_HOP_SHARE + secondHopMs + SLACK_MS;

/** The least that 99 of 100 do not exceed. */
export function p99Of(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
}

export const isWithin = (bound: number, found: number): 'yes' | 'no' =>
  found <= bound ? 'yes' : 'no';
