/** Choices that a seed decides, so that every case can be repeated from its number alone. */
export type Chance = {
  /** A whole number from 0 up to, but not including, `limit`. */
  readonly below: (limit: number) => number;
  readonly oneOf: <Value>(values: readonly Value[]) => Value;
  readonly happens: (share: number) => boolean;
  /** At most `most` different ones of the values, in a random order. */
  readonly someOf: <Value>(values: readonly Value[], most: number) => readonly Value[];
  readonly shuffled: <Value>(values: readonly Value[]) => readonly Value[];
};

export function chanceOf(seed: number | string): Chance {
  const next = fractions(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const oneOf = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('Expected values to choose from, got none.');
    return value;
  };
  const shuffled = <Value>(values: readonly Value[]): readonly Value[] =>
    values
      .map((value) => ({ value, place: next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ value }) => value);
  const someOf = <Value>(values: readonly Value[], most: number): readonly Value[] =>
    shuffled(values).slice(0, below(most + 1));
  return { below, oneOf, happens: (share) => next() < share, someOf, shuffled };
}

/** Fractions from 0 to 1 after mulberry32, begun from a hash of the seed (FNV-1a). */
function fractions(seed: number | string): () => number {
  let state = [...String(seed)].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619),
    2166136261,
  );
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 4294967296;
  };
}
