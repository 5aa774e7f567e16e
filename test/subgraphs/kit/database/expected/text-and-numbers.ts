/** What texts and numbers are to an order, written from the contract's words and apart from `schema/`. */
const DIGITS = 60;

/** Base signs without the marks U+0300 to U+036F, A to Z lowered, as UTF-8. */
export function textKey(text: string): Buffer {
  const signs = Array.from(text.normalize('NFD')).filter((sign) => !/^[\u0300-\u036f]$/.test(sign));
  const lowered = signs.map((sign) => (/^[A-Z]$/.test(sign) ? sign.toLowerCase() : sign));
  return Buffer.from(lowered.join(''));
}

type Name = Readonly<Record<string, unknown>> | null | undefined;
export function leading(name: Name): string | null {
  const original = String(name?.originalLanguage ?? '').toLowerCase();
  const order = [
    'en',
    ...(['fr', 'ar', 'pt'].includes(original) ? [original] : []),
    'fr',
    'pt',
    'ar',
  ];
  const text = order.map((language) => name?.[language]).find((each) => typeof each === 'string');
  return typeof text === 'string' ? text : null;
}

/** A decimal as a whole number of its sixtieth places. */
export function scaled(decimal: string): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const digits = BigInt(whole + part.padEnd(DIGITS, '0'));
  return sign ? -digits : digits;
}

export function written(number: bigint): string {
  const digits = String(number < 0n ? -number : number).padStart(DIGITS + 1, '0');
  const part = digits.slice(-DIGITS).replace(/0+$/, '');
  return `${number < 0n ? '-' : ''}${digits.slice(0, -DIGITS)}${part && `.${part}`}`;
}

const POWERS: Readonly<Record<string, readonly [dimension: string, power: bigint]>> = {
  KILOGRAM: ['MASS', 1n],
  TONNE: ['MASS', 1000n],
  KILOTONNE: ['MASS', 1_000_000n],
  CARAT: ['MASS_OF_GEMS', 1n],
};
/** What a unit measures, and the number in the least unit of that. */
export function measured(
  value: string,
  unit: string,
): readonly [dimension: string, number: bigint] {
  const [dimension, power] = POWERS[unit] ?? [unit, 1n];
  return [dimension, scaled(value) * power];
}
export const dimension = (unit: string): string => measured('0', unit)[0];
