import { baseName, mergeOf } from '../contract.ts';
import { namesOf, scatteredPlaces } from './place.ts';
import type { Rule } from './rule.ts';

const ARGUMENTS = 'filter, orderBy, first, after';

/** The gateway pages every list over members in the same way. */
export const listArguments: Rule = {
  code: 'LIST_ARGUMENTS',
  says: 'A connection takes filter, orderBy, first and after.',
  find: (contract) =>
    namesOf(
      scatteredPlaces(contract).filter(
        ({ field }) =>
          mergeOf(contract, baseName(field.type))?.by === 'ORDER' &&
          field.arguments?.map((each) => each.name.value).join(', ') !== ARGUMENTS,
      ),
    ),
};
