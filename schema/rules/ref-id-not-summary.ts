import { marks } from '../contract.ts';
import { linksOf } from './link.ts';
import { namesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** With the ids in both faces a link costs no request from either. */
export const refIdNotSummary: Rule = {
  code: 'REF_ID_NOT_SUMMARY',
  says: 'The id of a reference is a summary, so that the link costs no request.',
  find: (contract) =>
    namesOf(
      linksOf(contract).filter(
        ({ kind, id }) => kind === 'owned' && id !== undefined && !marks(id, 'summary'),
      ),
    ),
};
