import { typesOf } from '../contract.ts';
import type { Rule } from './rule.ts';

/** The planner splits an interface by type, and the type of a foreign id is not known before it is asked. */
export const typeAbstract: Rule = {
  code: 'TYPE_ABSTRACT',
  says: 'Write a value object with one field per type; the planner would split an interface or union by type.',
  find: (contract) => typesOf(contract, 'abstract').map((type) => type.name.value),
};
