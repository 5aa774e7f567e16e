import { LIMITS } from '../limits.ts';
import { atMost } from './document-check.ts';

export const tooDeep = atMost({
  figure: 'depth',
  limit: LIMITS.documentDepthMax,
  code: 'DOCUMENT_TOO_DEEP',
  what: 'levels of fields and fragments within one another',
  remedy: 'Ask for the inner records by their ids in a question of their own.',
});
