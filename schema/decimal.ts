/** Exact decimals as strings, `-?digits[.digits]`: sums and comparisons are the same in every member and in the gateway. */
type Parsed = { readonly digits: bigint; readonly scale: number };

const GRAMMAR = /^-?\d+(\.\d+)?$/;
/** Longer than any figure and its exact sums; without an end, one text could keep a process busy. */
const LENGTH_MAX = 20_000;
/** Whether a text is a decimal of the contract: no exponent, no sign but minus, at most 20,000 characters. */
export const isDecimal = (text: string): boolean => text.length <= LENGTH_MAX && GRAMMAR.test(text);

function parseDecimal(text: string): Parsed {
  if (!isDecimal(text))
    throw new Error(`Expected a decimal such as "0.35", got ${JSON.stringify(text)}.`);
  const [whole = '0', part = ''] = text.split('.');
  return { digits: BigInt(whole + part), scale: part.length };
}

/** The shortest way to write it: no zeros at either end, no minus before zero. */
function write({ digits, scale }: Parsed): string {
  if (scale <= 0) return String(digits * 10n ** BigInt(-scale));
  const padded = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const part = withoutEndingZeros(padded.slice(-scale));
  const whole = padded.slice(0, -scale);
  const sign = digits < 0n ? '-' : '';
  return part ? `${sign}${whole}.${part}` : `${sign}${whole}`;
}

/** By hand: the obvious pattern takes a time that grows with the square of the zeros before the last digit. */
function withoutEndingZeros(digits: string): string {
  let end = digits.length;
  while (digits.charAt(end - 1) === '0') end -= 1;
  return digits.slice(0, end);
}

function aligned(a: string, b: string): readonly [bigint, bigint, number] {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  const scale = Math.max(left.scale, right.scale);
  const raised = ({ digits, scale: own }: Parsed) => digits * 10n ** BigInt(scale - own);
  return [raised(left), raised(right), scale];
}

export function addDecimals(a: string, b: string): string {
  const [left, right, scale] = aligned(a, b);
  return write({ digits: left + right, scale });
}

/** Negative, zero or positive, as the first is less than, equal to or greater than the second. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = aligned(a, b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Moves the point: `places` to the right, or to the left where it is negative. */
export function shiftDecimal(text: string, places: number): string {
  const { digits, scale } = parseDecimal(text);
  return write({ digits, scale: scale - places });
}

export const canonicalDecimal = (text: string): string => write(parseDecimal(text));

export const leastDecimal = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return compareDecimals(a, b) <= 0 ? a : b;
};
export const greatestDecimal = (a: string | null, b: string | null): string | null => {
  if (a === null || b === null) return a ?? b;
  return compareDecimals(a, b) >= 0 ? a : b;
};

const WHOLE_DIGITS_MAX = 9_999;

/**
 * Text whose bytes are in the order of the numbers, for databases: sign, length of the whole part, whole part, part behind the point; for
 * negative numbers every digit is turned over. Whole parts of up to 9,999 digits.
 */
export function decimalOrderKey(text: string): string {
  const plain = canonicalDecimal(text);
  const isNegative = plain.startsWith('-');
  const [whole = '0', part = ''] = (isNegative ? plain.slice(1) : plain).split('.');
  if (whole.length > WHOLE_DIGITS_MAX)
    throw new Error(
      `Expected a decimal of up to ${WHOLE_DIGITS_MAX} whole digits, got ${whole.length}.`,
    );
  const key = `${String(whole.length).padStart(4, '0')}${whole}.${part}`;
  return isNegative ? `-${turnedOver(key)}~` : `1${key}`;
}

const turnedOver = (key: string): string =>
  key.replace(/\d/g, (digit) => String(9 - Number(digit)));
