import { checkExtension } from '../../../schema/index.ts';
import { refusalOfFindings } from '../refusals.ts';
import { type Check, passed, passedUnless, WITH_CONTENT } from './check.ts';

/** Its names say whose they are. */
export const staysInItsPrefix: Check = {
  name: 'staysInItsPrefix',
  kinds: WITH_CONTENT,
  isOfOthers: false,
  judge: (draft, { contract }) => {
    if (draft.content.extension === '') return passed(draft);
    const findings = checkExtension(draft.content.extension, draft.member, contract);
    return passedUnless(refusalOfFindings(findings), draft);
  },
};

export const PREFIX_CODES: readonly string[] = ['TYPE_NOT_PREFIXED', 'FIELD_NOT_PREFIXED'];
