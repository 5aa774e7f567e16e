/** What JSON writes otherwise than it stands: signs with a meaning of their own, and halves of letters. */
const NEEDS_ESCAPE = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** A text as JSON. Most have nothing to escape, and then it is two signs more. */
export const quoted = (text: string): string =>
  NEEDS_ESCAPE.test(text) ? JSON.stringify(text) : `"${text}"`;
