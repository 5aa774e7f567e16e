import { baseName, marks } from '../contract.ts';
import { namesOf, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** A shared entity is nobody's own: a member that nested one would answer for all. */
export const localNotOwned: Rule = {
  code: 'LOCAL_NOT_OWNED',
  says: '@local gives an owned record; to a shared entity use a code and @ref.',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(
        ({ field }) => marks(field, 'local') && contract.kindOf(baseName(field.type)) !== 'owned',
      ),
    ),
};
