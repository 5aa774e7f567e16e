export { type Opening, openRepository } from './database/index.ts';
export { buildMemberSchema, type MemberContext, type Resolvers, selects } from './graphql/index.ts';
export { once } from './once.ts';
export { type OwnTables, openOwnTables } from './own-tables.ts';
export type { Profile } from './profile.ts';
export type { Repository, Write } from './repository.ts';
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
  Provenance,
  PublicDocument,
  PublishedWord,
  Quantity,
  Rows,
  RowsByType,
  Share,
  SiteRow,
} from './rows.ts';
export { readJson, readSeeds } from './seeds.ts';
export {
  type MemberDefinition,
  type Opened,
  type Progress,
  type RunningMember,
  type StartOptions,
  startMember,
} from './start-member.ts';
