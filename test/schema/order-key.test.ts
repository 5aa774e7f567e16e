import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Kind } from 'graphql';
import {
  compareBytes,
  compareOrderKeys,
  decimalOrderKey,
  type OrderKey,
  orderKeyCount,
  orderKeyOfName,
  orderKeyOfText,
  orderKeysOf,
  orderKeysOfQuantity,
  readContract,
  typesOf,
} from '../../schema/index.ts';

type Vectors = {
  readonly texts: readonly {
    readonly why: string;
    readonly text: string;
    readonly key: string;
    readonly bytes: string;
  }[];
  readonly keysAscending: readonly string[];
  readonly numbersAscending: readonly string[];
  readonly pairs: readonly {
    readonly why: string;
    readonly a: OrderKey;
    readonly b: OrderKey;
    readonly ascending: number;
    readonly descending: number;
  }[];
};
/** Made by another language's Unicode tables (Python, `unicodedata` 14), so that they do not follow ours. */
const VECTORS = JSON.parse(readFileSync('schema/order-key-vectors.json', 'utf8')) as Vectors;

const bytesOf = (text: string) => Buffer.from(text, 'utf8');
const byBytes = (a: string, b: string) => Buffer.compare(bytesOf(a), bytesOf(b));
const sign = (order: number) => Math.sign(order) + 0; // no minus zero

test.each(VECTORS.texts)('the order key of a text is alike in every language: $why', (vector) => {
  const key = orderKeyOfText(vector.text);
  expect({ key, bytes: bytesOf(key).toString('hex') }).toEqual({
    key: vector.key,
    bytes: vector.bytes,
  });
});

test('the keys of the vectors stand in the order of their bytes', () => {
  expect([...VECTORS.keysAscending].reverse().sort(compareBytes)).toEqual(VECTORS.keysAscending);
});

test('the numbers of the vectors stand in order, compared and as keys of a database', () => {
  const reversed = [...VECTORS.numbersAscending].reverse();
  const compared = [...reversed].sort((a, b) => compareOrderKeys({ n: a }, { n: b }, 'ASC'));
  const keyed = [...reversed].sort((a, b) => byBytes(decimalOrderKey(a), decimalOrderKey(b)));
  expect(compared).toEqual(VECTORS.numbersAscending);
  expect(keyed).toEqual(VECTORS.numbersAscending);
});

test.each(VECTORS.pairs)('two keys of an order: $why', ({ a, b, ascending, descending }) => {
  expect([compareOrderKeys(a, b, 'ASC'), compareOrderKeys(a, b, 'DESC')].map(sign)).toEqual([
    ascending,
    descending,
  ]);
  expect([compareOrderKeys(b, a, 'ASC'), compareOrderKeys(b, a, 'DESC')].map(sign)).toEqual(
    [-ascending, -descending].map(sign),
  );
});

/** Any code points but halves of pairs, with many that stand near the places where UTF-16 and UTF-8 part. */
const codePoint = fc.oneof(
  fc.integer({ min: 0, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10ffff }),
  fc.constantFrom(0x41, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff),
);
const wellFormed = fc
  .array(codePoint, { maxLength: 6 })
  .map((points) => String.fromCodePoint(...points));

test('texts compare as their UTF-8 bytes do', () => {
  fc.assert(
    fc.property(wellFormed, wellFormed, wellFormed, (start, a, b) => {
      const [left, right] = [start + a, start + b];
      expect(sign(compareBytes(left, right))).toBe(byBytes(left, right));
    }),
    { numRuns: 5_000 },
  );
});

test('half a surrogate pair counts as U+FFFD, which is what its bytes are', () => {
  expect(orderKeyOfText('A\ud800B\udc00C')).toBe('a\ufffdb\ufffdc');
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0xd800, max: 0xdfff }),
      (text, half) => {
        const key = orderKeyOfText(text + String.fromCharCode(half));
        expect(bytesOf(key).toString('utf8')).toBe(key);
      },
    ),
  );
});

test('an order key is its own order key, so that a member may store it', () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      expect(orderKeyOfText(orderKeyOfText(text))).toBe(orderKeyOfText(text));
    }),
  );
});

test('a name is ordered by its English name, or by the original where there is none', () => {
  expect(orderKeyOfName({ en: 'Gécamines', fr: 'A' })).toBe('gecamines');
  expect(orderKeyOfName({ fr: 'Mine', ar: 'منجم', originalLanguage: 'ar' })).toBe('منجم');
  expect(orderKeyOfName({ fr: 'Mine', originalLanguage: 'sw' })).toBe('mine');
  expect(orderKeyOfName({ originalLanguage: 'fr' })).toBe(null);
  expect(orderKeyOfName(null)).toBe(null);
});

test('a quantity is ordered by basis, dimension and the number in the base unit', () => {
  expect(orderKeysOfQuantity({ value: '1.5', unit: 'KILOTONNE', basis: 'metal content' })).toEqual([
    'metal content',
    'MASS',
    { n: '1500000' },
  ]);
  expect(orderKeysOfQuantity({ value: '7', unit: 'CARAT', basis: null })).toEqual([
    '',
    'MASS_OF_GEMS',
    { n: '7' },
  ]);
  expect(orderKeysOfQuantity({ value: null, unit: 'TONNE', basis: 'P2O5' })).toEqual([
    null,
    null,
    null,
  ]);
});

/** The names of every `…OrderField` of the contract. */
const ORDER_FIELDS = [
  ...new Set(
    typesOf(readContract(), 'enum').flatMap((type) =>
      type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value.endsWith('OrderField')
        ? (type.values ?? []).map((value) => value.name.value)
        : [],
    ),
  ),
].sort();

const ROW = {
  id: 'MA:site:khouribga',
  name: { en: 'Khouribga' },
  title: { fr: 'Loi 33-13' },
  countryCode: 'MA',
  jurisdictionCode: 'MA',
  type: 'MINE',
  status: 'OPERATING',
  commodityCode: 'phosphate-rock',
  year: 2024,
  quantity: { value: '22.6', unit: 'MEGATONNE', basis: 'gross weight' },
  contained: { value: '50', unit: 'KILOTONNE', basis: 'P2O5' },
  effectiveDate: '2024-12',
  inForceFrom: '2016-06-13',
  startDate: '2025-11-24',
  updatedAt: '2026-01-31T00:00:00.000Z',
};

test('every order of the contract has its keys', () => {
  expect(ORDER_FIELDS.map((field) => [field, orderKeysOf(field, ROW)])).toEqual([
    ['COMMODITY', ['phosphate-rock']],
    ['CONTAINED', ['P2O5', 'MASS', { n: '50000000' }]],
    ['COUNTRY', ['MA']],
    ['EFFECTIVE_DATE', ['2024-12']],
    ['IN_FORCE_FROM', ['2016-06-13']],
    ['JURISDICTION', ['MA']],
    ['NAME', ['khouribga']],
    ['QUANTITY', ['gross weight', 'MASS', { n: '22600000000' }]],
    ['START_DATE', ['2025-11-24']],
    ['STATUS', ['OPERATING']],
    ['TITLE', ['loi 33-13']],
    ['TYPE', ['MINE']],
    ['UPDATED_AT', ['2026-01-31T00:00:00.000Z']],
    ['YEAR', [{ n: '2024' }]],
  ]);
});

test('an order has as many keys as it says, also in a row that has none of it', () => {
  expect(ORDER_FIELDS.map((field) => orderKeysOf(field, {}))).toEqual(
    ORDER_FIELDS.map((field) => Array(orderKeyCount(field)).fill(null)),
  );
});

test('an order that the contract does not have is refused', () => {
  expect(() => orderKeysOf('constructor', ROW)).toThrow(
    new Error('Expected an order field of the contract, got constructor.'),
  );
});
