import { refusal } from '../refusals.ts';
import { withDraft } from '../with-draft.ts';
import { type Check, EVERY_KIND, passed, refused } from './check.ts';

/** The rules of extensions should leave nothing to be found here; composition has the last word. */
export const composesWithTheOthers: Check = {
  name: 'composesWithTheOthers',
  kinds: EVERY_KIND,
  isOfOthers: true,
  judge: async (draft, { before, extend, state }) => {
    if (draft.content.extension === (before?.extension ?? '')) return passed(draft);
    const composed = await extend(withDraft(state.extensions, draft));
    if (composed.kind === 'composed') return passed(draft);
    const { length } = composed.findings;
    const says = `It cannot be joined with what the others publish (findings: ${length}). ${composed.findings[0] ?? ''}`;
    return refused({
      ...refusal('DOES_NOT_COMPOSE', says.trim()),
      findings: composed.findings.map((each) => ({
        code: 'DOES_NOT_COMPOSE',
        place: 'schema',
        says: each,
      })),
    });
  },
};
