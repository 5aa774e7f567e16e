export { changesOf } from './changes-of.ts';
export { openTelling, type Telling } from './open-telling.ts';
export type { AuditTold, BrokenClaim, MemberTold, NewestTold, PublicationTold } from './told.ts';
