import type { Answer } from '../companion.ts';

/**
 * The body of an answer, errors first, as the specification advises. Data that an engine has as bytes already stands in it as it is; all else
 * is written by JSON.stringify.
 */
export function bodyOfAnswer({ errors, data, extensions }: Answer): string | Buffer {
  if (!isShaped(data)) return `${JSON.stringify({ errors, data, extensions })}\n`;
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  const [head, tail] = [Buffer.from(`{${before}"data":`), Buffer.from(`${after}}\n`)];
  return Buffer.concat([head, data.bytes, tail]);
}

type Shaped = { readonly bytes: Buffer; readonly toJSON: () => unknown };

/** No field of an answer is a function, whatever its name. */
const isShaped = (data: unknown): data is Shaped =>
  typeof data === 'object' &&
  data !== null &&
  'toJSON' in data &&
  typeof data.toJSON === 'function' &&
  'bytes' in data &&
  Buffer.isBuffer(data.bytes);
