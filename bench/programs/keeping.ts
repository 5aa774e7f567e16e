/** The bytes that a server answers to the body of a request. */
export type Canned = (body: string) => Promise<Buffer>;

const KEPT_MAX = 1_000;

/** A question is answered when it is asked for the first time, and from the kept bytes ever after. `onNew` is told each that is new. */
export function keeping(answer: Canned, onNew: (body: string) => void): Canned {
  const kept = new Map<string, Buffer>();
  return async (body) => {
    const known = kept.get(body);
    if (known) return known;
    if (kept.size >= KEPT_MAX)
      throw new Error(`Expected at most ${KEPT_MAX} different requests, got one more: ${body}`);
    const made = await answer(body);
    kept.set(body, made);
    onNew(body);
    return made;
  };
}
