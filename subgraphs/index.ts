export { MEMBER_CODES } from './define-member.ts';
export type {
  Capacity,
  CommonRow,
  DepositRow,
  EstimateRow,
  EventRow,
  GeoPoint,
  Governance,
  LocalizedText,
  OrganisationRow,
  OwnedType,
  PolicyRate,
  PolicyRow,
  ProductionRow,
  Progress,
  Provenance,
  PublicDocument,
  PublishedWord,
  Quantity,
  Rows,
  RowsByType,
  RunningMember,
  Share,
  SiteRow,
} from './kit/index.ts';
export type { MembersMessage } from './members-message.ts';
export { type StartMemberOptions, startMember } from './start-member.ts';
export { type RunningMembers, type StartMembersOptions, startMembers } from './start-members.ts';
