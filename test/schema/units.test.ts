import { expect, test } from '@jest/globals';
import { Kind } from 'graphql';
import {
  convert,
  dimensionOf,
  inBaseUnit,
  readContract,
  UNITS,
  type Unit,
} from '../../schema/index.ts';

const NAMES = Object.keys(UNITS) as readonly Unit[];

test('every unit of the contract has its measure, and there is no other', () => {
  const unit = readContract().types.get('Unit');
  const values = unit?.kind === Kind.ENUM_TYPE_DEFINITION ? unit.values : [];
  expect(values?.map((value) => value.name.value)).toEqual(NAMES);
});

test.each([
  ['1', 'TONNE', 'KILOGRAM', '1000'],
  ['22.6', 'MEGATONNE', 'TONNE', '22600000'],
  ['9007199254740993', 'KILOGRAM', 'TONNE', '9007199254740.993'],
  ['0.35', 'KILOTONNE', 'MEGATONNE', '0.00035'],
  ['30.50', 'PERCENT', 'PERCENT', '30.50'],
] as const)('%s %s is, in %s, exactly %s', (value, from, to, expected) => {
  expect(convert(value, from, to)).toBe(expected);
});

test('what was converted and converted back is what it was', () => {
  const mass = NAMES.filter((unit) => dimensionOf(unit) === 'MASS');
  expect(mass).toEqual(['KILOGRAM', 'TONNE', 'KILOTONNE', 'MEGATONNE']);
  for (const from of mass)
    for (const to of mass)
      expect(convert(convert('12.34', from, to) ?? '', to, from)).toBe('12.34');
});

test('nothing is converted across dimensions: carats and troy ounces are not tonnes', () => {
  const pairs = NAMES.flatMap((from) => NAMES.map((to) => [from, to] as const));
  const across = pairs.filter(([from, to]) => dimensionOf(from) !== dimensionOf(to));
  expect(across.length).toBe(60);
  expect(across.filter(([from, to]) => convert('1', from, to) !== null)).toEqual([]);
});

test('a quantity in its base unit can be compared with any other of its dimension', () => {
  expect([inBaseUnit('2', 'KILOTONNE'), inBaseUnit('1999', 'TONNE')]).toEqual([
    '2000000',
    '1999000',
  ]);
});
