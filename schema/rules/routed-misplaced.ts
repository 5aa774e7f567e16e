import { marks } from '../contract.ts';
import { namesOf, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** A field of a record goes to its owner already; only a question from outside has to name its member. */
export const routedMisplaced: Rule = {
  code: 'ROUTED_MISPLACED',
  says: '@routed belongs on fields of Query.',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(({ kind, field }) => kind !== 'query' && marks(field, 'routed')),
    ),
};
