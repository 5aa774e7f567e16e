import { canonicalDecimal, isDecimal } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { broken, type Claim, keptUnless, MUST, notApplicable, type Seen } from '../claim.ts';
import type { Parts } from '../own-rows/index.ts';
import { shown } from '../reading.ts';
import { type Compared, compareSums, SUMS, type Way } from '../sum-comparison.ts';

/** The keys first, then each part of the sums that are there. */
export const SUM_CLAIMS: readonly Claim[] = [
  rowsClaim(
    'whole',
    'There is one sum for each key that the figures have, of the newest editions; what lacks a field of its key is in none.',
    'Group by every field of the row: what may not be added has keys of its own.',
  ),
  rowsClaim(
    'split',
    'Split by COUNTRY there is one sum for each country beside the key; without that `countryCode` is null.',
    'Add the country to the key where `by` holds COUNTRY.',
  ),
  rowsClaim(
    'filtered',
    'The filter of a sum chooses the records that are added.',
    'Add with the condition that chooses the rows of the list.',
  ),
  partClaim(
    'count',
    'The `count` of a sum is how many values are in it.',
    'Count the values that are numbers; a capacity that sites share counts once.',
  ),
  partClaim(
    'sum',
    'The `sum` is exact, whatever the size of the numbers.',
    'Add decimals as texts or by a decimal type, never as binary floats nor as 64-bit integers.',
  ),
  partClaim(
    'min',
    'The `min` is the least of the values, null where there is none.',
    'Compare values as exact numbers.',
  ),
  partClaim(
    'max',
    'The `max` is the greatest of the values, null where there is none.',
    'Compare values as exact numbers, not as texts.',
  ),
  partClaim(
    'withheld',
    '`withheld` counts the figures that are withheld or not available.',
    'Count the flags WITHHELD and NOT_AVAILABLE; such a figure is not zero.',
  ),
  partClaim(
    'estimated',
    '`estimated` counts the values that are estimates or rounded.',
    'Count the flags ESTIMATED and ROUNDED.',
  ),
  partClaim(
    'bounded',
    '`bounded` counts the values that are bounds.',
    'Count the flags LESS_THAN and GREATER_THAN.',
  ),
  partClaim(
    'precision',
    'A sum is AT_LEAST where a value is withheld, not available or greater than stated; else EXACT.',
    'Let WITHHELD, NOT_AVAILABLE and GREATER_THAN make the sum AT_LEAST.',
  ),
];

function rowsClaim(way: Way, sentence: string, remedy: string): Claim {
  return {
    ...MUST,
    module: 'MINERALS',
    id: { whole: 'SUM_ROWS', split: 'SUM_SPLIT', filtered: 'SUM_FILTERED' }[way],
    sentence,
    remedy,
    check: (asking) => seen(asking, [way], ({ faults }) => faults),
  };
}

function partClaim(part: keyof Parts, sentence: string, remedy: string): Claim {
  const faultsOf = ({ pairs }: Compared) =>
    pairs
      .filter(({ due, said }) => !isSame(due[part], said[part]))
      .map(
        ({ called, due, said }) =>
          `${called} has ${part} ${shown(said[part])} where ${shown(due[part])} is due.`,
      );
  return {
    ...MUST,
    module: 'MINERALS',
    id: `SUM_${part.toUpperCase()}`,
    sentence,
    remedy,
    check: (asking) => seen(asking, ['whole', 'split', 'filtered'], faultsOf),
  };
}

/** `1.50` and `1.5` are one number, in however many digits it is written. */
function isSame(due: unknown, said: unknown): boolean {
  if (typeof due !== 'string' || typeof said !== 'string' || !isDecimal(said)) return due === said;
  return isDecimal(due) && canonicalDecimal(due) === canonicalDecimal(said);
}

async function seen(
  asking: Asking,
  ways: readonly Way[],
  faultsOf: (compared: Compared) => readonly string[],
): Promise<Seen> {
  const asked = SUMS.flatMap((sums) => ways.map((way) => ({ sums, way })));
  const all = await Promise.all(
    asked.map(({ sums, way }) =>
      asking.once(`${sums.field} ${way}`, () => compareSums(asking, sums, way)),
    ),
  );
  const known = all.filter((each) => each !== undefined);
  const [unanswered] = known.filter((each) => typeof each === 'string');
  if (unanswered !== undefined) return broken(unanswered);
  const compared = known.filter((each) => typeof each === 'object');
  const count = compared.reduce((sum, { pairs }) => sum + pairs.length, 0);
  if (compared.length === 0)
    return notApplicable('Not all of its figures are known, so they cannot be added here.');
  return keptUnless(compared.flatMap(faultsOf), `${count} sums are as its own figures make them.`);
}
