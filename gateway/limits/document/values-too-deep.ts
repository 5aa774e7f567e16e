import { LIMITS } from '../limits.ts';
import { atMost } from './document-check.ts';

export const valuesTooDeep = atMost({
  figure: 'valueDepth',
  limit: LIMITS.valueDepthMax,
  code: 'DOCUMENT_TOO_DEEP',
  what: 'levels of lists and objects in one value',
  remedy: 'No argument nests as deep as that; see its type in the explorer.',
});
