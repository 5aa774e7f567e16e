export type { Configured } from './adopt.ts';
export type { Audit, Audited, AuditedClaim, AuditReport, Due } from './audit.ts';
export { parseRegistryUrl } from './database/index.ts';
export { routeRegistry } from './http/index.ts';
export type { Composition, Publication, PublicationKind } from './publication.ts';
export { REGISTRY_REFUSALS, type RegistryCode } from './refusals.ts';
export {
  openRegistry,
  type Published,
  type Registry,
  type RegistryParts,
  type Served,
} from './registry.ts';
export type { RegisteredMember, RegistryState } from './state.ts';
export type {
  AuditTold,
  BrokenClaim,
  MemberTold,
  NewestTold,
  PublicationTold,
  Telling,
} from './telling/index.ts';
