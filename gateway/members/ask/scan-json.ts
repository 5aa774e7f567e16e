/**
 * What no parser would tell us of a JSON text: a nesting deeper than anybody asked for, and a whole number that would lose its last digits,
 * since it is beyond what a double holds. One pass over the bytes; whether it is JSON at all is the parser's matter.
 */
export function faultInJson(bytes: Uint8Array, depthMax: number): string | undefined {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const sign = SIGNS[bytes[at] ?? 0] ?? NOTHING;
    if (sign === TEXT) at = endOfText(bytes, at);
    else if (sign === DIGIT) {
      const end = endOfNumber(bytes, at);
      if (losesDigits(bytes, at, end))
        return `the number ${shown(bytes, at, end)}, which would lose digits; one beyond 2^53 is written as a text`;
      at = end - 1;
    } else depth += sign;
    if (depth > depthMax) return `lists and objects nested deeper than ${depthMax}`;
  }
  return undefined;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
/** What each byte begins or ends outside texts: so much deeper, or one of these two. Most are nothing, and are passed with one look. */
const [NOTHING, TEXT, DIGIT] = [0, 2, 3];
const SIGNS = signsOf([1, '{['], [-1, '}]'], [TEXT, '"'], [DIGIT, '0123456789']);

function signsOf(...kinds: readonly (readonly [number, string])[]): Int8Array {
  const signs = new Int8Array(256);
  for (const [sign, letters] of kinds) for (const byte of Buffer.from(letters)) signs[byte] = sign;
  return signs;
}
/** No whole number of fewer digits is beyond 2^53. */
const DIGITS_AT_RISK = 16;

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

function endOfText(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** Of its digits: what has a point or an exponent behind them is no whole number, and is rounded as every such number is. */
function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at] ?? 0)) at += 1;
  return at;
}

function losesDigits(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < DIGITS_AT_RISK) return false;
  const isWhole = !FRACTION.has(bytes[end] ?? 0) && !FRACTION.has(bytes[start - 1] ?? 0);
  return isWhole && !Number.isSafeInteger(Number(shown(bytes, start, end)));
}

/** A point, or the letter or the sign of an exponent; `-` is left out, since it stands before whole numbers too. */
const FRACTION = new Set(Buffer.from('.eE+'));

const shown = (bytes: Uint8Array, start: number, end: number) =>
  Buffer.from(bytes.subarray(start, Math.min(end, start + 40))).toString('latin1');
