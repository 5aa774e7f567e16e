import type { JsonObject } from './wire.ts';

/** A row of a list: its place as the member gave it, and the record. */
export type SampleRow = { readonly cursor: string; readonly node: JsonObject };

export type Sample = {
  readonly rows: readonly SampleRow[];
  /** Whether these are all the rows of the list. */
  readonly isWhole: boolean;
  /** How many there are, as the member counts them; null where it does not say. */
  readonly total: number | null;
  /** Why there are none, where the member could not give them. */
  readonly fault: string | null;
};
