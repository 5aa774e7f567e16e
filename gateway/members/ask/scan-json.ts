/**
 * What no parser would tell us of a JSON text: a nesting deeper than anybody asked for, and a whole number that would lose its last digits,
 * since it is beyond what a double holds. One pass over the bytes; whether it is JSON at all is the parser's matter.
 */
export function faultInJson(bytes: Uint8Array, depthMax: number): string | undefined {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = endOfText(bytes, at);
    depth += DEEPER[byte] ?? 0;
    if (depth > depthMax) return `lists and objects nested deeper than ${depthMax}`;
    if (!isDigit(byte)) continue;
    const end = endOfNumber(bytes, at);
    if (losesDigits(bytes, at, end))
      return `the number ${shown(bytes, at, end)}, which would lose digits; one beyond 2^53 is written as a text`;
    at = end - 1;
  }
  return undefined;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const DEEPER = new Int8Array(256);
for (const begins of Buffer.from('{[')) DEEPER[begins] = 1;
for (const ends of Buffer.from('}]')) DEEPER[ends] = -1;
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
