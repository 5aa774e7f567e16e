import { LIMITS } from '../limits.ts';
import { atMost } from './document-check.ts';

export const listsTooLong = atMost({
  figure: 'listItems',
  limit: LIMITS.listItemsMax,
  code: 'LIST_TOO_LONG',
  what: 'values in one list',
  remedy: 'Ask for them in several questions.',
});
