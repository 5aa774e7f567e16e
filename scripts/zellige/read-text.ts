import { readFileSync } from 'node:fs';
import { type Outcome, unasked } from './outcome.ts';

export type TextRead = { readonly kind: 'read'; readonly text: string } | Outcome;

/** The text of a file that a command was given. */
export function readText(file: string): TextRead {
  try {
    return { kind: 'read', text: readFileSync(file, 'utf8') };
  } catch {
    return unasked('NO_FILE', `Expected a file at ${file}, found none that can be read.`);
  }
}
