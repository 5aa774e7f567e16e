export { type Account, type AskRecord, type Hop, type HopRecord, openAccount } from './account.ts';
export {
  type Asking,
  type AskLimits,
  type AskParts,
  type BreakerStatus,
  isAllowedAddress,
  type Lookup,
  type OpenWire,
  openAsking,
  openWire,
} from './ask/index.ts';
export { type AskBudget, openBudget } from './budget.ts';
export { badCursors, type ClientQuestion, type CursorCheck } from './check-cursors.ts';
export { checking } from './checking.ts';
export { type Clock, systemClock } from './clock.ts';
export { openSealer, type Sealer } from './cursor.ts';
export {
  CLIENT_GONE,
  callingWithin,
  DEADLINE_PASSED,
  GATEWAY_STOPS,
  isFairWait,
  type OpenCalling,
  openCalling,
  REQUEST_ANSWERED,
  withShare,
} from './deadline.ts';
export {
  type Directory,
  type DirectoryParts,
  openDirectory,
  type PublishedAddress,
} from './directory.ts';
export type { Json, JsonObject } from './json.ts';
export { type KeptAnswers, type KeptLimits, openKeptAnswers } from './kept-answers.ts';
export type {
  Answer,
  BreakerState,
  Calling,
  Member,
  MemberAddress,
  MemberError,
  MemberRequest,
  MemberState,
  MemberStatus,
  Send,
  Viewer,
} from './member.ts';
export { isSaidByCoverage, withMissingDetails } from './missing-details.ts';
export type { MissingReason } from './missing-reason.ts';
export { recording } from './recording.ts';
export { remembering } from './remember.ts';
export {
  type HopCoverage,
  type MissingMember,
  type RequestCoverage,
  requestCoverage,
  type StaleMember,
} from './request-coverage.ts';
export { howManyAreAsked } from './route.ts';
export type { FaceAnswer, FaceRequest, Parts, Source } from './source.ts';
export { type FaceSdls, openSources } from './sources.ts';
export type { Speaking } from './speaking.ts';
export { toldOnce } from './told-once.ts';
export { whenEnded } from './when-ended.ts';
export { withinBudget } from './within-budget.ts';
export { withinVersion } from './within-version.ts';
export { withoutNewerValues } from './without-newer-values.ts';
