import { compareRationals, plus, type Rational, rational, written } from './rational.ts';

/** A published number as it goes into a sum. */
export type Amount = {
  readonly value: string | null;
  readonly unit: string;
  readonly basis: string | null;
  readonly flag: string;
};

const isAnyOf = (flags: readonly string[]) => (amount: Amount) => flags.includes(amount.flag);
const isWithheld = isAnyOf(['WITHHELD', 'NOT_AVAILABLE']);
const isEstimated = isAnyOf(['ESTIMATED', 'ROUNDED']);
const isBound = isAnyOf(['LESS_THAN', 'GREATER_THAN']);
const isMoreThanStated = isAnyOf(['GREATER_THAN']);

/** What the contract's `Parts` says of these numbers, exactly. */
export function partsOf(amounts: readonly Amount[], isKnown: boolean) {
  const values = amounts.flatMap(({ value }) => (value === null ? [] : [rational(value)]));
  const rising = values.toSorted(compareRationals);
  const isAll = isKnown && !amounts.some((each) => isWithheld(each) || isMoreThanStated(each));
  const text = (value: Rational | undefined) => (value ? written(value) : null);
  return {
    sum: written(values.reduce(plus, rational('0'))),
    precision: isAll ? 'EXACT' : 'AT_LEAST',
    count: values.length,
    min: text(rising[0]),
    max: text(rising.at(-1)),
    withheld: amounts.filter(isWithheld).length,
    estimated: amounts.filter(isEstimated).length,
    bounded: amounts.filter(isBound).length,
  };
}
