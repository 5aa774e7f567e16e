import { linksOf } from './link.ts';
import { namesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** The gateway makes the reference from what stands beside it; from nothing it can make none. */
export const refWithoutId: Rule = {
  code: 'REF_WITHOUT_ID',
  says: '@ref names a field beside it that holds the id or code.',
  find: (contract) => namesOf(linksOf(contract).filter(({ id }) => id === undefined)),
};
