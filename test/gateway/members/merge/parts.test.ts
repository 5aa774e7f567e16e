import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../../../gateway/members/index.ts';
import { addRows, asFarAsKnown, faultInRows } from '../../../../gateway/members/merge/index.ts';

const parts = (sum: string, more: JsonObject = {}): JsonObject => ({
  sum,
  precision: 'EXACT',
  count: 1,
  min: sum,
  max: sum,
  withheld: 0,
  estimated: 0,
  bounded: 0,
  ...more,
});
const total = (countryCode: string | null, sum: string, more: JsonObject = {}): JsonObject => ({
  commodityCode: 'cobalt',
  unit: 'TONNE',
  basis: null,
  countryCode,
  parts: parts(sum, more),
});

const DECLARED = ['commodityCode', 'unit', 'basis', 'countryCode', 'parts'];

test('rows of one key are added exactly, field by field', () => {
  const rows = [total(null, '0.1'), total(null, '0.2', { precision: 'AT_LEAST', withheld: 1 })];
  expect(addRows(rows, DECLARED)).toEqual([
    total(null, '0.3', { precision: 'AT_LEAST', count: 2, withheld: 1, min: '0.1', max: '0.2' }),
  ]);
});

test('rows of unlike unit or basis are never added', () => {
  const rows = [
    total(null, '1'),
    { ...total(null, '2'), unit: 'KILOTONNE' },
    { ...total(null, '4'), basis: 'REO' },
  ];
  expect(addRows(rows, DECLARED)).toHaveLength(3);
});

test('counts beyond 2^53 in decimals stay exact', () => {
  const rows = [total(null, '9007199254740993'), total(null, '0.000000001')];
  expect(addRows(rows, DECLARED)[0]).toMatchObject({
    parts: { sum: '9007199254740993.000000001' },
  });
});

test('a withheld figure has neither least nor greatest value', () => {
  const none = total(null, '0', { count: 0, min: null, max: null, withheld: 1 });
  expect(addRows([none, total(null, '5')], DECLARED)[0]).toMatchObject({
    parts: { sum: '5', count: 1, min: '5', max: '5', withheld: 1 },
  });
});

test('a number is written one way, whether one member sends it or several', () => {
  const row = total(null, '1.50', { min: '1.500', max: '1.50' });
  expect(addRows([row], DECLARED)).toEqual([total(null, '1.5')]);
});

test('the order in which members answer leaves no trace', () => {
  const rows = Array.from({ length: 60 }, (_, i) =>
    total(i % 3 ? `C${i % 7}` : null, `${i % 5}.${i % 2 ? '5' : '50'}`, { estimated: i % 2 }),
  );
  const expected = JSON.stringify(addRows(rows, DECLARED));
  const orders = fc.shuffledSubarray(rows, { minLength: rows.length });
  fc.assert(
    fc.property(orders, (shuffled) => {
      expect(JSON.stringify(addRows(shuffled, DECLARED))).toBe(expected);
    }),
    { numRuns: 1_000 },
  );
});

test('rows stand in the order of their keys as declared, by bytes, with nothing last', () => {
  const rows = [
    total('ZM', '1'),
    total(null, '1'),
    { ...total('CD', '1'), basis: 'metal content' },
    { ...total('MA', '1'), basis: 'metal' },
    { ...total('MA', '1'), commodityCode: 'copper', basis: 'a' },
    total('CD', '1'),
  ];
  const keys = addRows(rows, DECLARED).map((row) => [
    row.commodityCode,
    row.basis,
    row.countryCode,
  ]);
  expect(keys).toEqual([
    ['cobalt', 'metal', 'MA'],
    ['cobalt', 'metal content', 'CD'],
    ['cobalt', null, 'CD'],
    ['cobalt', null, 'ZM'],
    ['cobalt', null, null],
    ['copper', 'a', 'MA'],
  ]);
});

test("a country's own sum depends on that country alone", () => {
  const coverage = { complete: false, answered: ['MA'], missing: [] };
  expect(asFarAsKnown(total('MA', '1'), coverage)).toEqual(total('MA', '1'));
  expect(asFarAsKnown(total('CD', '1'), coverage)).toEqual(
    total('CD', '1', { precision: 'AT_LEAST' }),
  );
  expect(asFarAsKnown(total(null, '1'), coverage)).toEqual(
    total(null, '1', { precision: 'AT_LEAST' }),
  );
});

test.each([
  [[total(null, '1')], undefined],
  [[{ type: 'MINE', count: 3 }], undefined],
  ['none', 'MA gave no list of rows.'],
  [
    [{ type: 'MINE', count: -1 }],
    'MA gave a row whose figures are not whole counts and decimals: {"type":"MINE","count":-1}.',
  ],
  [
    [{ parts: { sum: '1e3' } }],
    'MA gave a row whose figures are not whole counts and decimals: {"parts":{"sum":"1e3"}}.',
  ],
])('rows that cannot be added are told: %j', (rows, says) => {
  expect(faultInRows('MA', rows as JsonObject[], true)).toBe(says);
});

test.each([
  [{ count: 2, min: '3', max: '2' }],
  [{ count: 0 }],
  [{ count: 1, min: '1', max: '2' }],
  [{ count: 2, max: null }],
])('a sum that its own figures rule out is told: %j', (figures) => {
  const row = total('MA', '1', figures);
  expect(faultInRows('MA', [row], true)).toBe(
    `MA gave a sum that its own figures rule out: ${JSON.stringify(row)}.`,
  );
});

test('of records at home a member gives sums of its own country alone', () => {
  const says = 'MA gave a sum of "ZA", which is not its own.';
  expect(faultInRows('MA', [total('MA', '1'), total('ZA', '1')], true)).toBe(says);
  expect(faultInRows('MA', [total('ZA', '1')], false)).toBeUndefined();
});
