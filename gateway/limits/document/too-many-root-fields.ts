import { LIMITS } from '../limits.ts';
import { atMost } from './document-check.ts';

export const tooManyRootFields = atMost({
  figure: 'rootFields',
  limit: LIMITS.rootFieldsMax,
  code: 'DOCUMENT_TOO_WIDE',
  what: 'fields at the root of a question',
  remedy: 'Split the question, or ask once with lists in the filter.',
});
