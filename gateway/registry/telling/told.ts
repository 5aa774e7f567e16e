import type { Addition, MemberCode, Module } from '../../../schema/index.ts';
import type { AuditedClaim, AuditReport } from '../audit.ts';
import type { Publication } from '../publication.ts';

/** What everybody may read of a publication, and in words what it changed: neither where the member answers nor what its audit saw. */
export type PublicationTold = Pick<
  Publication,
  'number' | 'member' | 'kind' | 'who' | 'when' | 'contractVersion'
> & {
  readonly changed: readonly string[];
  /** How many claims; null where none were due. */
  readonly audits: { readonly kept: number; readonly broken: number } | null;
};

/** The newest of a member, with the newest audit there was: a rollback needs none. */
export type NewestTold = PublicationTold & {
  readonly lastAudit: {
    readonly number: number;
    readonly kept: number;
    readonly broken: number;
  } | null;
};

export type BrokenClaim = Omit<AuditedClaim, 'outcome'>;

/** The newest audit of a member, and at which publication it was. */
export type AuditTold = {
  readonly number: number;
  readonly kept: number;
  readonly brokenClaims: readonly BrokenClaim[];
};

/** All that is told of one member. */
export type MemberTold = {
  readonly code: MemberCode;
  readonly modules: readonly Module[];
  readonly extension: readonly Addition[];
  readonly audit: AuditTold | null;
  /** The newest first. */
  readonly publications: readonly PublicationTold[];
};

export const tellPublication = (
  { audits, number, member, kind, who, when, contractVersion }: Publication,
  changed: readonly string[],
): PublicationTold => ({
  ...{ number, member, kind, who, when, contractVersion, changed },
  audits: audits && { kept: countOf(audits, 'KEPT'), broken: countOf(audits, 'BROKEN') },
});

export const tellAudit = ({ number, audits }: Publication): AuditTold | null =>
  audits && {
    number,
    kept: countOf(audits, 'KEPT'),
    brokenClaims: audits.claims.flatMap(({ outcome, ...claim }) =>
      outcome === 'BROKEN' ? [claim] : [],
    ),
  };

const countOf = ({ claims }: AuditReport, outcome: AuditedClaim['outcome']): number =>
  claims.filter((each) => each.outcome === outcome).length;
