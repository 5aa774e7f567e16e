/** Programs by their questions, those that were asked last; each weighs what its question has of characters. */
export type KeptPrograms<Program> = {
  readonly get: (key: string) => Program | undefined;
  readonly keep: (key: string, program: Program, weight: number) => void;
};

/** Keeps as many as weigh so much together; the one that was asked least lately goes first. */
export function openKeptPrograms<Program>(weightMax: number): KeptPrograms<Program> {
  const kept = new Map<string, { readonly program: Program; readonly weight: number }>();
  let weighs = 0;
  const drop = (key: string) => {
    weighs -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  return {
    get: (key) => {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found); // it is the latest now
      return found.program;
    },
    keep: (key, program, weight) => {
      drop(key);
      kept.set(key, { program, weight });
      weighs += weight;
      for (const oldest of kept.keys()) {
        if (weighs <= weightMax) return;
        drop(oldest);
      }
    },
  };
}
