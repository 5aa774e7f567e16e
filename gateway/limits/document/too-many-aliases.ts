import { LIMITS } from '../limits.ts';
import { atMost } from './document-check.ts';

export const tooManyAliases = atMost({
  figure: 'aliases',
  limit: LIMITS.aliasesMax,
  code: 'DOCUMENT_TOO_WIDE',
  what: 'aliases, those of a fragment wherever it is spread',
  remedy: 'Split the question, or ask once with lists in the filter.',
});
