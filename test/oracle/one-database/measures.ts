import { divided, type Rational, rational, times, written } from './rational.ts';

/** What is measured, and how many base units one of the unit is. Masses of gems and of precious metals are never taken for tonnes. */
const MEASURES: Readonly<Record<string, readonly [dimension: string, factor: bigint]>> = {
  KILOGRAM: ['MASS', 1n],
  TONNE: ['MASS', 1_000n],
  KILOTONNE: ['MASS', 1_000_000n],
  MEGATONNE: ['MASS', 1_000_000_000n],
  CARAT: ['MASS_OF_GEMS', 1n],
  TROY_OUNCE: ['MASS_OF_PRECIOUS_METAL', 1n],
  HECTARE: ['AREA', 1n],
  PERCENT: ['RATIO', 1n],
  GRAM_PER_TONNE: ['GRADE_BY_MASS', 1n],
};

function measureOf(unit: string): readonly [string, bigint] {
  const measure = MEASURES[unit];
  if (!measure) throw new Error(`Expected a unit of the contract, got ${unit}.`);
  return measure;
}

export const dimension = (unit: string): string => measureOf(unit)[0];

export const inBase = (value: string, unit: string): Rational =>
  times(rational(value), measureOf(unit)[1]);

/** In another unit of the same dimension; as it stands where the unit is the same already. */
export function converted(value: string | null, from: string, to: string): string | null {
  if (value === null || dimension(from) !== dimension(to)) return null;
  return from === to ? value : written(divided(inBase(value, from), measureOf(to)[1]));
}
