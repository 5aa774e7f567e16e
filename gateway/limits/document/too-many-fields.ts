import { LIMITS } from '../limits.ts';
import { atMost } from './document-check.ts';

export const tooManyFields = atMost({
  figure: 'fields',
  limit: LIMITS.documentFieldsMax,
  code: 'DOCUMENT_TOO_WIDE',
  what: 'fields, those of a fragment wherever it is spread',
  remedy: 'Split the question.',
});
