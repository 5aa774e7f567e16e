/** Where nothing ends: what stands there is not what was expected. */
export const NOT = -1;

const [QUOTE, BACKSLASH, COLON, MINUS, POINT, ZERO, U] = [0x22, 0x5c, 0x3a, 0x2d, 0x2e, 0x30, 0x75];

/** Behind these very bytes. */
export function afterLiteral(bytes: Uint8Array, at: number, literal: Uint8Array): number {
  for (let place = 0; place < literal.length; place += 1)
    if (bytes[at + place] !== literal[place]) return NOT;
  return at + literal.length;
}

/** From where to where a value lies. */
export type Range = readonly [at: number, end: number];

/** Whether two values are the same, byte by byte. */
export function areSame(bytes: Uint8Array, [at, end]: Range, [otherAt, otherEnd]: Range): boolean {
  if (end - at !== otherEnd - otherAt) return false;
  for (let place = 0; place < end - at; place += 1)
    if (bytes[at + place] !== bytes[otherAt + place]) return false;
  return true;
}

/** Whether the one comes before the other in the order of their bytes. */
export function comesBefore(bytes: Uint8Array, [at, end]: Range, [otherAt, otherEnd]: Range) {
  const length = Math.min(end - at, otherEnd - otherAt);
  for (let place = 0; place < length; place += 1) {
    const difference = (bytes[at + place] ?? 0) - (bytes[otherAt + place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return end - at < otherEnd - otherAt;
}

/** Behind a text, whatever it says. */
export function afterText(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return NOT;
  let at = start + 1;
  while (at !== NOT && at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at + 1;
    if (byte < 0x20) return NOT;
    at = byte === BACKSLASH ? afterEscape(bytes, at) : at + 1;
  }
  return NOT;
}

function afterEscape(bytes: Uint8Array, at: number): number {
  const escaped = bytes[at + 1] ?? 0;
  if (escaped !== U) return ESCAPED.has(escaped) ? at + 2 : NOT;
  for (let place = at + 2; place < at + 6; place += 1)
    if (!HEXADECIMAL.has(bytes[place] ?? 0)) return NOT;
  return at + 6;
}
const ESCAPED = new Set(Buffer.from('"\\/bfnrt'));
const HEXADECIMAL = new Set(Buffer.from('0123456789abcdefABCDEF'));

/** Behind a whole number of at most so many digits, written without an exponent. */
export function afterInteger(bytes: Uint8Array, start: number, digitsMax: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start;
  const end = afterDigits(bytes, first);
  const digits = end - first;
  const isPlain = digits === 1 || (digits > 1 && digits <= digitsMax && bytes[first] !== ZERO);
  return isPlain ? end : NOT;
}

/** Behind a number, as it is mostly written. */
export function afterNumber(bytes: Uint8Array, start: number): number {
  const end = afterInteger(bytes, start, EXACT_DIGITS);
  if (end === NOT || bytes[end] !== POINT) return end;
  const fraction = afterDigits(bytes, end + 1);
  return fraction > end + 1 ? fraction : NOT;
}
/** Every whole number of so many digits is exact in a double. */
const EXACT_DIGITS = 15;

function afterDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at] ?? 0)) at += 1;
  return at;
}
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

/** Behind the id of a record, in its quotes, of the member whose code is given with the quote before it. */
export function afterId(bytes: Uint8Array, start: number, member: Uint8Array): number {
  const kind = afterLiteral(bytes, start, member) + 1;
  if (kind === NOT + 1 || bytes[kind - 1] !== COLON) return NOT;
  const kindEnd = afterAny(bytes, kind, SMALL_LETTERS);
  const local = kindEnd + 1;
  if (kindEnd === kind || bytes[kindEnd] !== COLON) return NOT;
  const end = afterAny(bytes, local, LOCAL);
  const isShort = end > local && end - local <= LOCAL_LENGTH_MAX;
  return isShort && bytes[end] === QUOTE ? end + 1 : NOT;
}
const LOCAL_LENGTH_MAX = 64;
const SMALL_LETTERS = signsOf('abcdefghijklmnopqrstuvwxyz');
const LOCAL = signsOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-');

function signsOf(letters: string): Uint8Array {
  const signs = new Uint8Array(256);
  for (const byte of Buffer.from(letters)) signs[byte] = 1;
  return signs;
}

function afterAny(bytes: Uint8Array, start: number, signs: Uint8Array): number {
  let at = start;
  while (signs[bytes[at] ?? 0] === 1) at += 1;
  return at;
}
