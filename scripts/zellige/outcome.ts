import type { Finding } from '../../schema/index.ts';
import { findingsTable } from './findings-table.ts';
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

/** Somebody who was asked would not: a code for scripts, a sentence, and where there are several things to mend, each of them. */
export type Refusal = {
  readonly code: string;
  readonly message: string;
  readonly findings?: readonly Finding[];
};

export const refused = (refusal: Refusal): Outcome => ({
  kind: 'refused',
  value: refusal,
  text: (paint) =>
    [`${paint('red', refusal.code)}: ${refusal.message}`, ...listed(refusal)].join('\n'),
});

/** One finding is what the sentence says already. */
const listed = ({ findings = [] }: Refusal): readonly string[] =>
  findings.length > 1 ? ['', findingsTable(findings)] : [];
