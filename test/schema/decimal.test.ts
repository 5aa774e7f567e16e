import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  decimalOrderKey,
  greatestDecimal,
  isDecimal,
  leastDecimal,
  shiftDecimal,
} from '../../schema/index.ts';

/** A number as a fraction, which the texts under test know nothing of. */
type Fraction = { readonly over: bigint; readonly under: bigint };

const fractionOf = (text: string): Fraction => {
  const [whole = '', part = ''] = text.split('.');
  const size = BigInt(`${whole.replace('-', '')}${part}`);
  return { over: text.startsWith('-') ? -size : size, under: 10n ** BigInt(part.length) };
};
const difference = (a: Fraction, b: Fraction) => a.over * b.under - b.over * a.under;
const signOf = (value: bigint) => Number(value > 0n) - Number(value < 0n);

/** Decimals in all the ways that the grammar lets one write them: zeros in front and behind, minus before zero. */
const DIGITS = '0123456789'.split('');
const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...DIGITS), minLength: min, maxLength: max });
const decimal = fc
  .tuple(fc.boolean(), digits(1, 30), fc.option(digits(1, 30)))
  .map(([isNegative, whole, part]) => `${isNegative ? '-' : ''}${whole}${part ? `.${part}` : ''}`);

test('a sum of decimals is the sum of the fractions', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const [left, right, sum] = [fractionOf(a), fractionOf(b), fractionOf(addDecimals(a, b))];
      const expected = {
        over: left.over * right.under + right.over * left.under,
        under: left.under * right.under,
      };
      expect(difference(sum, expected)).toBe(0n);
    }),
  );
});

test('decimals compare as their fractions do', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(compareDecimals(a, b)).toBe(signOf(difference(fractionOf(a), fractionOf(b))));
    }),
  );
});

test('a decimal has one shortest form, of the same value', () => {
  fc.assert(
    fc.property(decimal, (text) => {
      const canonical = canonicalDecimal(text);
      expect(canonical).toMatch(/^(0|-?(0\.\d*[1-9]|[1-9]\d*(\.\d*[1-9])?))$/);
      expect(difference(fractionOf(canonical), fractionOf(text))).toBe(0n);
    }),
  );
});

test('moving the point multiplies by a power of ten, to both sides', () => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 12 }), (text, places) => {
      const [plain, raised, lowered] = [
        text,
        shiftDecimal(text, places),
        shiftDecimal(text, -places),
      ];
      const tenfold = {
        over: fractionOf(plain).over * 10n ** BigInt(places),
        under: fractionOf(plain).under,
      };
      const tenth = {
        over: fractionOf(plain).over,
        under: fractionOf(plain).under * 10n ** BigInt(places),
      };
      expect([
        difference(fractionOf(raised), tenfold),
        difference(fractionOf(lowered), tenth),
      ]).toEqual([0n, 0n]);
    }),
  );
});

test('the bytes of order keys stand in the order of the numbers', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const order = Buffer.compare(
        Buffer.from(decimalOrderKey(a)),
        Buffer.from(decimalOrderKey(b)),
      );
      expect(order).toBe(signOf(difference(fractionOf(a), fractionOf(b))));
    }),
    { numRuns: 2_000 },
  );
});

test('numbers that lie close together keep their order as keys', () => {
  const near = ['-10.01', '-10.001', '-10', '-9.99', '-1', '-0.11', '-0.101', '-0.1', '-0.09', '0'];
  const ascending = [...near, '0.09', '0.1', '0.101', '0.11', '1', '9.99', '10', '10.001', '10.01'];
  expect([...ascending].reverse().sort(byKey)).toEqual(ascending);
});
const byKey = (a: string, b: string) =>
  Buffer.compare(Buffer.from(decimalOrderKey(a)), Buffer.from(decimalOrderKey(b)));

test.each([
  ['0', '10001' + '0.'],
  ['-0.0', '10001' + '0.'],
  ['12.50', '10002' + '12.5'],
  ['-12.50', '-9997' + '87.4~'],
])('the order key of %s can be computed by any language', (text, key) => {
  expect(decimalOrderKey(text)).toBe(key);
});

test('an order key holds whole parts of up to 9,999 digits', () => {
  const most = '9'.repeat(9_999);
  expect(decimalOrderKey(most).length).toBe(10_005);
  expect(() => decimalOrderKey(`${most}9`)).toThrow(
    new Error('Expected a decimal of up to 9999 whole digits, got 10000.'),
  );
});

test.each([
  '',
  '-',
  '.5',
  '5.',
  '1e3',
  '+1',
  ' 1',
  '1 ',
  '1,5',
  '٣',
  'NaN',
  '0x1f',
  '1_000',
  '1.2.3',
  '1\n',
])('%j is no decimal of the contract', (text) => {
  expect(isDecimal(text)).toBe(false);
  expect(() => canonicalDecimal(text)).toThrow(
    new Error(`Expected a decimal such as "0.35", got ${JSON.stringify(text)}.`),
  );
});

test('the least and the greatest of two are one of the two, and nothing loses to something', () => {
  expect([leastDecimal('10', '9'), greatestDecimal('10', '9')]).toEqual(['9', '10']);
  expect([leastDecimal(null, '9'), greatestDecimal('-9', null)]).toEqual(['9', '-9']);
  expect([leastDecimal(null, null), greatestDecimal(null, null)]).toEqual([null, null]);
});

test('what binary numbers get wrong is right', () => {
  expect(addDecimals('0.1', '0.2')).toBe('0.3');
  expect(addDecimals('9007199254740993', '1')).toBe('9007199254740994');
});
