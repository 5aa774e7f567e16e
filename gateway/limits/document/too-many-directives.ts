import { LIMITS } from '../limits.ts';
import { atMost } from './document-check.ts';

export const tooManyDirectives = atMost({
  figure: 'directives',
  limit: LIMITS.directivesMax,
  code: 'DOCUMENT_TOO_WIDE',
  what: 'directives',
  remedy: 'Leave out what you do not want instead of skipping it.',
});
