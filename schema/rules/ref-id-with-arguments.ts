import { linksOf } from './link.ts';
import { namesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** A key or a condition of the planner passes no arguments. */
export const refIdWithArguments: Rule = {
  code: 'REF_ID_WITH_ARGUMENTS',
  says: 'The id of a reference takes no arguments; a condition cannot pass them.',
  find: (contract) =>
    namesOf(linksOf(contract).filter(({ id }) => (id?.arguments ?? []).length > 0)),
};
