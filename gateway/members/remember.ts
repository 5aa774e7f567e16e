/** A function of a text that keeps its newest results: `most` of them, the oldest forgotten first. */
export function remembering<Result>(
  most: number,
  make: (text: string) => Result,
): (text: string) => Result {
  const kept = new Map<string, Result>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    kept.set(text, made);
    if (kept.size > most) kept.delete(kept.keys().next().value ?? text);
    return made;
  };
}
