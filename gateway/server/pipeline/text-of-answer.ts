import type { Answer } from '../companion.ts';

/**
 * The text of an answer, errors first, as the specification advises. Data that an engine has as text already stands in it as it is; all else
 * is written by JSON.stringify.
 */
export function textOfAnswer({ errors, data, extensions }: Answer): string {
  if (!isShaped(data)) return `${JSON.stringify({ errors, data, extensions })}\n`;
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${data.text}${after}}\n`;
}

type Shaped = { readonly text: string; readonly toJSON: () => unknown };

/** No field of an answer is a function, whatever its name. */
const isShaped = (data: unknown): data is Shaped =>
  typeof data === 'object' &&
  data !== null &&
  'toJSON' in data &&
  typeof data.toJSON === 'function' &&
  'text' in data &&
  typeof data.text === 'string';
