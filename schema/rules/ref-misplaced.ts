import { marks } from '../contract.ts';
import { namesOf, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** A link is made from a record's key; a value object has none. */
export const refMisplaced: Rule = {
  code: 'REF_MISPLACED',
  says: '@ref belongs on fields of owned types; a value object keeps the code.',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(({ kind, field }) => kind !== 'owned' && marks(field, 'ref')),
    ),
};
