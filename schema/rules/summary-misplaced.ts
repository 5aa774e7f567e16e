import { marks } from '../contract.ts';
import { namesOf, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** Only owned types are split into what comes with the list and what comes after. */
export const summaryMisplaced: Rule = {
  code: 'SUMMARY_MISPLACED',
  says: '@summary belongs on fields of owned types.',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(({ kind, field }) => kind !== 'owned' && marks(field, 'summary')),
    ),
};
