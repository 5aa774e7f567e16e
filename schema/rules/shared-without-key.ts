import { fieldOf, typesOf } from '../contract.ts';
import { isKey } from './place.ts';
import type { Rule } from './rule.ts';

/** The key is what joins the fields that several members contribute. */
export const sharedWithoutKey: Rule = {
  code: 'SHARED_WITHOUT_KEY',
  says: 'A shared type has the key field that @shared names, required.',
  find: (contract) =>
    typesOf(contract, 'shared')
      .filter((type) => !isKey(fieldOf(type, contract.keyOf(type.name.value))))
      .map((type) => type.name.value),
};
