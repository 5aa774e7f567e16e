import { LIMITS } from '../limits.ts';
import { atMost } from './document-check.ts';

/** Each further list of fields in fields would multiply the answer by the size of the schema. */
export const introspectionTooDeep = atMost({
  figure: 'introspectionLists',
  limit: LIMITS.introspectionListsMax,
  code: 'DOCUMENT_TOO_DEEP',
  what: 'lists of types and fields within one another',
  remedy: 'Ask for the types by name with `__type`, or take the whole schema as the explorer does.',
});
