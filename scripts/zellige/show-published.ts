import type { Outcome } from './outcome.ts';
import { parseRow } from './show.ts';

/** What a publication came to. It is kept for good even where the gateway could not take it in; that is told, for the old goes on being served. */
export const showPublished =
  (says: string) =>
  (value: unknown): Outcome => {
    const { number, served } = parseRow(value);
    const serving = parseRow(served);
    const isServed = serving.kind !== 'refused';
    return {
      kind: isServed ? 'done' : 'refused',
      value,
      text: (paint) =>
        isServed
          ? paint('green', `${says} (publication ${number}).`)
          : paint('yellow', `${says} (publication ${number}), and not served yet: ${serving.says}`),
    };
  };
