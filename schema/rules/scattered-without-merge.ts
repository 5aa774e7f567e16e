import { baseName, isList } from '../contract.ts';
import { namesOf, scatteredPlaces } from './place.ts';
import type { Rule } from './rule.ts';

/** Several members answer: without a merge rule one answer would stand for all. */
export const scatteredWithoutMerge: Rule = {
  code: 'SCATTERED_WITHOUT_MERGE',
  says: 'A field of Query or of a shared type gives a type with @merge, or is @routed.',
  find: (contract) =>
    namesOf(
      scatteredPlaces(contract).filter(
        ({ field }) => contract.kindOf(baseName(field.type)) !== 'merge' || isList(field.type),
      ),
    ),
};
