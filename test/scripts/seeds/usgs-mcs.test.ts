import { expect, test } from '@jest/globals';
import type { McsFigure } from '../../../scripts/seeds/sources.ts';
import { quantityOf } from '../../../scripts/seeds/usgs-mcs/amounts.ts';
import { productionRow } from '../../../scripts/seeds/usgs-mcs/index.ts';

const figure = (given: Partial<McsFigure>): McsFigure => ({
  edition: 'MCS2024',
  commodity: 'Gold',
  cgi: 'gold',
  country: 'GH',
  statistic: 'PRODUCTION',
  year: '2023',
  value: '90.0',
  flag: '',
  unit: 't',
  basis: 'Gold - contained content, mine production, metric tons',
  estimated: 'False',
  valueTonnes: '',
  note: '',
  ...given,
});

test.each([
  [{ value: '90.0' }, '90', 'TONNE', 'EXACT'],
  [{ value: '90.5', estimated: 'True' as const }, '90.5', 'TONNE', 'ESTIMATED'],
  [{ value: '', flag: 'W' }, null, 'TONNE', 'WITHHELD'],
  [{ value: '', flag: 'NA' }, null, 'TONNE', 'NOT_AVAILABLE'],
  [{ value: '', flag: 'XX' }, null, 'TONNE', 'NOT_AVAILABLE'],
  [{ value: '0', flag: '—' }, '0', 'TONNE', 'EXACT'],
  [{ value: '1.5', unit: 'Mct' }, '1500000', 'CARAT', 'EXACT'],
])('%j reads as %s %s %s', (given, value, unit, flag) => {
  expect(quantityOf(figure(given), 'metal content')).toEqual({
    value,
    unit,
    basis: 'metal content',
    flag,
  });
});

test('a mark, an edition or a column that is in no table is refused', () => {
  expect(() => quantityOf(figure({ flag: '?' }), null)).toThrow('got "?"');
  expect(() => productionRow(figure({ edition: 'MCS1999' }))).toThrow('got "MCS1999"');
  expect(() => productionRow(figure({ basis: 'Nuggets' }))).toThrow(
    'Expected "Nuggets" under Gold',
  );
});
