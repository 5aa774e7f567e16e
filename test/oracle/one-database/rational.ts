/** An exact number as a fraction whose lower part is a power of ten: no rounding anywhere, and no digit arithmetic shared with the members. */
export type Rational = { readonly above: bigint; readonly below: bigint };

export function rational(text: string): Rational {
  const point = text.indexOf('.');
  const places = point < 0 ? 0 : text.length - point - 1;
  return { above: BigInt(text.replace('.', '')), below: 10n ** BigInt(places) };
}

export const times = ({ above, below }: Rational, factor: bigint): Rational => ({
  above: above * factor,
  below,
});
export const divided = ({ above, below }: Rational, factor: bigint): Rational => ({
  above,
  below: below * factor,
});
export const plus = (a: Rational, b: Rational): Rational => ({
  above: a.above * b.below + b.above * a.below,
  below: a.below * b.below,
});

export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.above * b.below - b.above * a.below;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The shortest decimal: long division until nothing is left, which for powers of ten it always comes to. */
export function written({ above, below }: Rational): string {
  const positive = above < 0n ? -above : above;
  let rest = positive % below;
  let digits = '';
  while (rest > 0n) {
    rest *= 10n;
    digits += String(rest / below);
    rest %= below;
  }
  const whole = `${above < 0n ? '-' : ''}${positive / below}`;
  return digits ? `${whole}.${digits}` : whole;
}
