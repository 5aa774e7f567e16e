import { refusal } from './refusal.ts';

/** Rows that one answer may hold. Records lead back to one another, so a short question can ask for millions. */
export const ANSWER_ROWS_MOST = 25_000;

/** Spends rows of one answer's budget; refuses when it is overspent, and everything from then on. */
export type SpendRows = (count: number) => void;

export function rowBudget(): SpendRows {
  let left = ANSWER_ROWS_MOST;
  let overspent: Error | undefined;
  return (count) => {
    left -= count;
    if (left >= 0) return;
    // One error for all fields: thousands of them, each with its own stack, would cost more than the rows.
    overspent ??= refusal('COST_EXCEEDED');
    throw overspent;
  };
}
