import { refusal } from '../refusals.ts';
import { type Check, passed, refused } from './check.ts';

/** Nobody leaves who is not there. */
export const isPublished: Check = {
  name: 'isPublished',
  kinds: ['WITHDRAW'],
  isOfOthers: true,
  judge: (draft, { before }) =>
    before?.url == null
      ? refused(
          refusal('NOT_PUBLISHED', `${draft.member} is not published, so it cannot be withdrawn.`),
        )
      : passed(draft),
};
