import { baseName, fieldOf, typesOf } from '../contract.ts';
import { isKey } from './place.ts';
import type { Rule } from './rule.ts';

/** The id is the route: it names the one member that is asked. */
export const ownedWithoutId: Rule = {
  code: 'OWNED_WITHOUT_ID',
  says: 'An owned type has `id: ID!`, which names its owner.',
  find: (contract) =>
    typesOf(contract, 'owned')
      .filter((type) => {
        const id = fieldOf(type, 'id');
        return !id || !isKey(id) || baseName(id.type) !== 'ID';
      })
      .map((type) => type.name.value),
};
