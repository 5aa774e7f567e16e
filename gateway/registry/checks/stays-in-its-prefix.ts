import { refusalOfFindings } from '../refusals.ts';
import { type Check, passedUnless, WITH_CONTENT } from './check.ts';

/** Its names say whose they are. */
export const staysInItsPrefix: Check = {
  name: 'staysInItsPrefix',
  kinds: WITH_CONTENT,
  isOfOthers: false,
  judge: (draft) => passedUnless(refusalOfFindings(draft.findings), draft),
};

export const PREFIX_CODES: readonly string[] = ['TYPE_NOT_PREFIXED', 'FIELD_NOT_PREFIXED'];
