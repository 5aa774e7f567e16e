import { baseName, marks } from '../contract.ts';
import { namesOf, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** The answer of one member has nothing to be merged with. */
export const routedMerge: Rule = {
  code: 'ROUTED_MERGE',
  says: 'A lookup asks one member; it gives no merged type.',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(
        ({ field }) => marks(field, 'routed') && contract.kindOf(baseName(field.type)) === 'merge',
      ),
    ),
};
