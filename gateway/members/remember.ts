/**
 * A function of a text that keeps its newest results, the oldest forgotten first: `most` of them, and of texts that are so long together.
 * A text that would take the place of half the others is not kept at all.
 */
export function remembering<Result>(
  most: number,
  make: (text: string) => Result,
  charactersMax = CHARACTERS_MAX,
): (text: string) => Result {
  const kept = new Map<string, Result>();
  let characters = 0;
  const forget = (text: string) => {
    kept.delete(text);
    characters -= text.length;
  };
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (text.length > charactersMax / 2) return made;
    kept.set(text, made);
    characters += text.length;
    for (const oldest of kept.keys()) {
      if (kept.size <= most && characters <= charactersMax) break;
      forget(oldest);
    }
    return made;
  };
}

/** What is read of a text is some thirty times as large, and there are ten such memories. */
const CHARACTERS_MAX = 262_144;
