import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  comparePositions,
  type OrderBy,
  type OrderKey,
  type Position,
  parsePosition,
  positionOf,
  writePosition,
} from '../../schema/index.ts';

const byCountryThenYear: readonly OrderBy[] = [
  { field: 'COUNTRY', direction: 'ASC' },
  { field: 'YEAR', direction: 'DESC' },
];
const byQuantity: readonly OrderBy[] = [{ field: 'QUANTITY', direction: 'DESC' }];

test('a position holds the order keys of its row, then its id', () => {
  const row = { id: 'CD:production:cobalt-2022', countryCode: 'CD', year: 2022 };
  expect(positionOf(row, byCountryThenYear)).toEqual({
    keys: ['CD', { n: '2022' }],
    id: 'CD:production:cobalt-2022',
  });
  expect(writePosition(positionOf(row, byCountryThenYear))).toBe(
    '["CD",{"n":"2022"},"CD:production:cobalt-2022"]',
  );
  expect(positionOf(row, [])).toEqual({ keys: [], id: 'CD:production:cobalt-2022' });
});

const text = fc.string({ unit: 'grapheme' });
const country: fc.Arbitrary<OrderKey> = fc.option(text);
const year: fc.Arbitrary<OrderKey> = fc.option(fc.integer().map((n) => ({ n: String(n) })));
const position: fc.Arbitrary<Position> = fc
  .tuple(country, year, text)
  .map(([first, second, id]) => ({ keys: [first, second], id }));

test('a position that is written is read back as it was', () => {
  fc.assert(
    fc.property(position, (each) => {
      expect(parsePosition(writePosition(each), byCountryThenYear)).toEqual(each);
    }),
  );
});

test.each([
  ['a number instead of a text', 12],
  ['no JSON', '["CD"'],
  ['no array', '{"id":"CD:site:1"}'],
  ['an empty array', '[]'],
  ['a key too few', '["CD","CD:production:1"]'],
  ['a key too many', '["CD",{"n":"1"},null,"CD:production:1"]'],
  ['no id', '["CD",{"n":"1"},null]'],
  ['a plain number, which may not be exact', '["CD",2022,"CD:production:1"]'],
  ['a number with an exponent', '["CD",{"n":"1e3"},"CD:production:1"]'],
  ['a number that is no text', '["CD",{"n":1},"CD:production:1"]'],
  ['an object of another kind', '["CD",{"__proto__":{"n":"1"}},"CD:production:1"]'],
  ['a nested array', '["CD",["1"],"CD:production:1"]'],
  ['a boolean', '[true,{"n":"1"},"CD:production:1"]'],
  ['half a surrogate pair in a key', '["\\ud800",{"n":"1"},"CD:production:1"]'],
  ['half a surrogate pair in the id', '["CD",{"n":"1"},"CD:production:\\udfff"]'],
])('what is no position of this order is refused: %s', (_, given) => {
  expect(parsePosition(given, byCountryThenYear)).toBe(undefined);
});

test('a quantity takes three keys of a position', () => {
  const written = '["P2O5","MASS",{"n":"50"},"MA:production:1"]';
  expect(parsePosition(written, byQuantity)).toEqual({
    keys: ['P2O5', 'MASS', { n: '50' }],
    id: 'MA:production:1',
  });
});

test('each order goes its own way, ties are broken by ascending ids, and null is last in both', () => {
  const ascending: readonly Position[] = [
    { keys: ['CD', { n: '2023' }], id: 'CD:production:1' },
    { keys: ['CD', { n: '2022' }], id: 'CD:production:1' },
    { keys: ['CD', { n: '2022' }], id: 'CD:production:2' },
    { keys: ['CD', null], id: 'CD:production:0' },
    { keys: ['ZM', { n: '1999' }], id: 'ZM:production:1' },
    { keys: [null, { n: '2024' }], id: 'AO:production:1' },
    { keys: [null, null], id: 'AO:production:1' },
  ];
  expect([...ascending].reverse().sort(comparePositions(byCountryThenYear))).toEqual(ascending);
});

test('all three keys of a quantity go the way of its order', () => {
  const descending: readonly Position[] = [
    { keys: ['gross weight', 'MASS', { n: '9' }], id: 'MA:production:2' },
    { keys: ['gross weight', 'MASS', { n: '9' }], id: 'MA:production:3' },
    { keys: ['P2O5', 'MASS', { n: '10' }], id: 'MA:production:1' },
    { keys: ['P2O5', 'MASS', { n: '9' }], id: 'MA:production:1' },
    { keys: [null, null, null], id: 'MA:production:1' },
  ];
  expect([...descending].reverse().sort(comparePositions(byQuantity))).toEqual(descending);
});

test('the order of positions is total', () => {
  const compare = comparePositions(byCountryThenYear);
  fc.assert(
    fc.property(position, position, position, (a, b, c) => {
      const [first, second, third] = [a, b, c].sort(compare) as [Position, Position, Position];
      expect(Math.sign(compare(first, second)) + Math.sign(compare(second, first))).toBe(0);
      expect(compare(first, third) <= 0).toBe(true);
      expect(compare(a, b) === 0).toBe(writePosition(a) === writePosition(b));
    }),
  );
});
