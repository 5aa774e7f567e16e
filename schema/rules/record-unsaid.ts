import { baseName, marks } from '../contract.ts';
import { isEntity, namesOf, recordPlaces } from './place.ts';
import type { Rule } from './rule.ts';

/** Only the author knows whether a record is certainly the member's own; unsaid, a foreign one is read in the wrong place. */
export const recordUnsaid: Rule = {
  code: 'RECORD_UNSAID',
  says: "A field that gives a record says @local (the same member's) or @ref (anybody's).",
  find: (contract) =>
    namesOf(
      recordPlaces(contract).filter(
        ({ field }) =>
          isEntity(contract, baseName(field.type)) &&
          !marks(field, 'local') &&
          !marks(field, 'ref'),
      ),
    ),
};
