import { LIMITS } from '../limits.ts';
import { atMost } from './document-check.ts';

export const tooManyIntrospections = atMost({
  figure: 'introspections',
  limit: LIMITS.introspectionsMax,
  code: 'DOCUMENT_TOO_WIDE',
  what: 'questions about the schema (`__schema`, `__type`) in one',
  remedy: 'Take the whole schema once, as the explorer does.',
});
