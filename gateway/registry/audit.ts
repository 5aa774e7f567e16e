import type { Module } from '../../schema/index.ts';

/** JOIN where the member, its address, its modules or its contract version are new; PUBLISH where its extension alone is. */
export type Due = 'JOIN' | 'PUBLISH';

export type AuditedClaim = {
  readonly id: string;
  readonly level: 'MUST' | 'SHOULD';
  readonly outcome: 'KEPT' | 'BROKEN' | 'NOT_APPLICABLE';
  readonly saw: string;
  readonly remedy: string;
};
export type AuditReport = {
  readonly member: string;
  readonly url: string;
  readonly contractVersion: string;
  readonly modules: readonly string[];
  readonly claims: readonly AuditedClaim[];
};
export type Audited =
  | { readonly kind: 'verified'; readonly report: AuditReport }
  | { readonly kind: 'unreachable'; readonly says: string };

/** Asks a member at that address whether it keeps the contract. */
export type Audit = (asked: {
  readonly url: string;
  readonly modules: readonly Module[];
  readonly due: Due;
}) => Promise<Audited>;
