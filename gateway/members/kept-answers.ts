import { type Clock, systemClock } from './clock.ts';
import type { Json } from './json.ts';

/** How much is kept of what members said, and for how long. */
export type KeptLimits = {
  readonly entriesMax: number;
  /** Of all keys and values together. */
  readonly charactersMax: number;
  readonly ageMsMax: number;
};

/** What was answered before, by what was asked. What was used last is forgotten last. */
export type KeptAnswers = {
  readonly keep: (asked: string, value: Json) => void;
  /** With the moment at which it was said. */
  readonly find: (asked: string) => Kept | undefined;
};
export type Kept = { readonly value: Json; readonly asOf: string };

/** As text, so that nobody who is given a value can change it, and its length is known. */
type Entry = { readonly text: string; readonly asOf: string; readonly atMs: number };

/** What was said a moment ago need not be written down again. */
const FRESH_MS = 10_000;
/** So many at least find room: a longer answer is not kept, for it would push out all others. */
const LEAST_KEPT = 10;

export function openKeptAnswers(limits: KeptLimits, clock: Clock = systemClock): KeptAnswers {
  const kept = new Map<string, Entry>();
  let characters = 0;
  const forget = (asked: string) => {
    const entry = kept.get(asked);
    if (!entry || !kept.delete(asked)) return;
    characters -= asked.length + entry.text.length;
  };
  const write = (asked: string, entry: Entry) => {
    forget(asked);
    kept.set(asked, entry);
    characters += asked.length + entry.text.length;
    for (const oldest of kept.keys()) {
      if (kept.size <= limits.entriesMax && characters <= limits.charactersMax) break;
      forget(oldest);
    }
  };
  return {
    keep: (asked, value) => {
      const known = kept.get(asked);
      if (known && clock.nowMs() - known.atMs < FRESH_MS) return write(asked, known);
      const text = JSON.stringify(value);
      if ((asked.length + text.length) * LEAST_KEPT > limits.charactersMax) return forget(asked);
      write(asked, { text, asOf: clock.date().toISOString(), atMs: clock.nowMs() });
    },
    find: (asked) => {
      const known = kept.get(asked);
      if (!known) return undefined;
      if (clock.nowMs() - known.atMs > limits.ageMsMax) return void forget(asked);
      write(asked, known);
      return { value: JSON.parse(known.text) as Json, asOf: known.asOf };
    },
  };
}
