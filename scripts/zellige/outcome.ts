import type { Paint } from './paint.ts';

/** What a command ends with: `value` is what `--json` prints, `text` what a person reads. */
export type Outcome =
  | {
      readonly kind: 'done' | 'refused';
      readonly value: unknown;
      readonly text: (paint: Paint) => string;
    }
  /** Somebody had to be asked and could not be, or the question made no sense: one sentence. */
  | { readonly kind: 'unasked'; readonly code: string; readonly says: string };

/** Scripts go by these; they never change. */
export const EXIT_CODES: Readonly<Record<Outcome['kind'], number>> = {
  done: 0,
  refused: 1,
  unasked: 2,
};

export const unasked = (code: string, says: string): Outcome => ({ kind: 'unasked', code, says });

/** A refusal of somebody who was asked, in that one's words. */
export const refused = (code: string, message: string): Outcome => ({
  kind: 'refused',
  value: { code, message },
  text: (paint) => `${paint('red', code)}: ${message}`,
});
