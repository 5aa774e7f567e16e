import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDecimals } from '../../../../schema/index.ts';
import { partsOf, timesDecimal } from '../../../../subgraphs/kit/database/aggregates/parts.ts';

const anyDecimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 40n }), fc.stringMatching(/^\d{0,12}$/))
  .map(([isNegative, whole, part]) => `${isNegative ? '-' : ''}${whole}${part && `.${part}`}`);

test('a decimal so many times over is as if added so many times', () => {
  fc.assert(
    fc.property(anyDecimal, fc.integer({ min: 0, max: 20 }), (decimal, times) => {
      const sum = Array.from({ length: times }, () => decimal).reduce(addDecimals, '0');
      expect(timesDecimal(decimal, times)).toBe(sum);
    }),
  );
});

test('no cells are a sum of nothing, exactly', () => {
  expect(partsOf([])).toEqual({
    sum: '0',
    precision: 'EXACT',
    count: 0,
    min: null,
    max: null,
    withheld: 0,
    estimated: 0,
    bounded: 0,
  });
});

test('what is withheld makes a sum a lower bound, also where its number is told', () => {
  expect(partsOf([{ value: '2.50', flag: 'WITHHELD', times: 2 }])).toEqual({
    sum: '5',
    precision: 'AT_LEAST',
    count: 2,
    min: '2.5',
    max: '2.5',
    withheld: 2,
    estimated: 0,
    bounded: 0,
  });
});
