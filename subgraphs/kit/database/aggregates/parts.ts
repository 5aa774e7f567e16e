import {
  addDecimals,
  canonicalDecimal,
  greatestDecimal,
  leastDecimal,
  shiftDecimal,
} from '../../../../schema/index.ts';
import type { Parts } from '../../repository.ts';

/** A number that stands in so many records, with what was said of it. */
export type Cell = {
  readonly value: string | null;
  readonly flag: string | null;
  readonly times: number;
};

const ESTIMATED = ['ROUNDED', 'ESTIMATED'];
const BOUNDED = ['LESS_THAN', 'GREATER_THAN'];
const WITHHELD = ['WITHHELD', 'NOT_AVAILABLE'];
const MORE_THAN_SAID = ['GREATER_THAN', ...WITHHELD];

const NONE: Parts = {
  sum: '0',
  precision: 'EXACT',
  count: 0,
  min: null,
  max: null,
  withheld: 0,
  estimated: 0,
  bounded: 0,
};

/** The exact sum of the cells and what went into it. */
export const partsOf = (cells: readonly Cell[]): Parts =>
  cells.map(partsOfCell).reduce(addParts, NONE);

function partsOfCell({ value, flag, times }: Cell): Parts {
  const isAny = (flags: readonly string[]) => flags.includes(flag ?? '');
  const number = value === null ? null : canonicalDecimal(value);
  return {
    sum: number === null ? '0' : timesDecimal(number, times),
    precision: number === null || isAny(MORE_THAN_SAID) ? 'AT_LEAST' : 'EXACT',
    count: number === null ? 0 : times,
    min: number,
    max: number,
    withheld: isAny(WITHHELD) ? times : 0,
    estimated: isAny(ESTIMATED) ? times : 0,
    bounded: isAny(BOUNDED) ? times : 0,
  };
}

const addParts = (a: Parts, b: Parts): Parts => ({
  sum: addDecimals(a.sum, b.sum),
  precision: a.precision === 'AT_LEAST' ? a.precision : b.precision,
  count: a.count + b.count,
  min: leastDecimal(a.min, b.min),
  max: greatestDecimal(a.max, b.max),
  withheld: a.withheld + b.withheld,
  estimated: a.estimated + b.estimated,
  bounded: a.bounded + b.bounded,
});

/** A decimal so many times over, exactly. */
export function timesDecimal(decimal: string, times: number): string {
  const places = decimal.split('.')[1]?.length ?? 0;
  const digits = BigInt(decimal.replace('.', '')) * BigInt(times);
  return shiftDecimal(String(digits), -places);
}
