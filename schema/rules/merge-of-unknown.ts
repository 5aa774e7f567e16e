import { mergeOf, typesOf } from '../contract.ts';
import type { Rule } from './rule.ts';

/** Whom to ask depends on the module and the home of what is listed, counted or added. */
export const mergeOfUnknown: Rule = {
  code: 'MERGE_OF_UNKNOWN',
  says: '@merge names the owned type that it lists, counts or adds.',
  find: (contract) =>
    typesOf(contract, 'merge')
      .map((type) => type.name.value)
      .filter((name) => {
        const rule = mergeOf(contract, name);
        return rule?.by !== 'LIST' && contract.kindOf(rule?.of) !== 'owned';
      }),
};
