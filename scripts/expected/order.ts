/** By the bytes of what `key` gives: the order of lists, whose ties are broken by id. */
export const byBytes =
  <Each>(key: (each: Each) => string) =>
  (a: Each, b: Each): number =>
    Buffer.compare(Buffer.from(key(a)), Buffer.from(key(b)));

export const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
