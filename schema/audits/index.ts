export type { Asking, Identity } from './asking.ts';
export { type Claim, claimPage, type Seen } from './claim.ts';
export { CLAIMS } from './claims/index.ts';
export { sendOverHttp } from './send-over-http.ts';
export {
  brokenClaims,
  REQUESTS_A_SECOND,
  REQUESTS_MOST,
  type Report,
  type ReportedClaim,
  type Target,
  type Verification,
  type VerifyOptions,
  verify,
} from './verify.ts';
export { sayVersion } from './versions.ts';
export type { Question, SendQuestion, Wire } from './wire.ts';
