import { checkExtension } from '../../../schema/index.ts';
import { refusalOfFindings } from '../refusals.ts';
import { type Check, EVERY_KIND, passed, passedUnless, refused } from './check.ts';

/** What came can be read, and so can the SDL in it. */
export const parses: Check = {
  name: 'parses',
  kinds: EVERY_KIND,
  isOfOthers: false,
  judge: (draft, { contract }) => {
    if (draft.fault) return refused(draft.fault);
    if (draft.content.extension === '') return passed(draft);
    const findings = checkExtension(draft.content.extension, draft.member, contract);
    const unread = findings.filter(({ code }) => READING.includes(code));
    return passedUnless(refusalOfFindings(unread), { ...draft, findings });
  },
};

/** Of these there is one, alone: what cannot be read is held against no rule. */
const READING: readonly string[] = ['NOT_SDL', 'NAME_NOT_ASCII', 'EXTENSION_TOO_LARGE'];
