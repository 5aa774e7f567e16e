import { shiftDecimal } from './decimal.ts';

export type Dimension =
  | 'AREA'
  | 'GRADE_BY_MASS'
  | 'MASS'
  | 'MASS_OF_GEMS'
  | 'MASS_OF_PRECIOUS_METAL'
  | 'RATIO';

type UnitMeasure = {
  readonly dimension: Dimension;
  /** How many of the dimension's base unit one of this is, as a power of ten. */
  readonly power: number;
};

/**
 * Each unit of the contract with its dimension. Base units: kilogram, hectare, percent, gram per tonne; carats and troy ounces are kept
 * apart from tonnes, for they are never of like basis.
 */
export const UNITS = {
  KILOGRAM: { dimension: 'MASS', power: 0 },
  TONNE: { dimension: 'MASS', power: 3 },
  KILOTONNE: { dimension: 'MASS', power: 6 },
  MEGATONNE: { dimension: 'MASS', power: 9 },
  CARAT: { dimension: 'MASS_OF_GEMS', power: 0 },
  TROY_OUNCE: { dimension: 'MASS_OF_PRECIOUS_METAL', power: 0 },
  HECTARE: { dimension: 'AREA', power: 0 },
  PERCENT: { dimension: 'RATIO', power: 0 },
  GRAM_PER_TONNE: { dimension: 'GRADE_BY_MASS', power: 0 },
} as const satisfies Readonly<Record<string, UnitMeasure>>;

export type Unit = keyof typeof UNITS;

export const dimensionOf = (unit: Unit): Dimension => UNITS[unit].dimension;

/** The number in the dimension's base unit. */
export const inBaseUnit = (value: string, unit: Unit): string =>
  shiftDecimal(value, UNITS[unit].power);

/** The number in another unit of the same dimension, exactly; null across dimensions. */
export function convert(value: string, from: Unit, to: Unit): string | null {
  if (from === to) return value;
  if (dimensionOf(from) !== dimensionOf(to)) return null;
  return shiftDecimal(value, UNITS[from].power - UNITS[to].power);
}
