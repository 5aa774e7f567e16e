import { createHash } from 'node:crypto';
import type { MemberCode, Module } from '../../schema/index.ts';
import type { AuditReport } from './audit.ts';

export type PublicationKind = 'PUBLISH' | 'ROLLBACK' | 'WITHDRAW';

/** What a member publishes. */
export type Content = {
  /** Where it answers; null once it is withdrawn, as all that follows is empty then. */
  readonly url: string | null;
  readonly modules: readonly Module[];
  readonly contractVersion: string | null;
  /** What it publishes beyond the contract, as SDL; empty where that is nothing. */
  readonly extension: string;
};

/** What composing with the others gave. */
export type Composition = {
  /** The publication after which it was composed. */
  readonly after: number;
  /** Known questions that it breaks, where whoever published wanted that. */
  readonly breaks: readonly string[];
};

export type Publication = Content & {
  /** One row of numbers for all members, without gaps. */
  readonly number: number;
  readonly member: MemberCode;
  readonly kind: PublicationKind;
  /** The publication that a rollback goes back to. */
  readonly goesBackTo: number | null;
  /** Holder of the token: `operator`, or a member's code; `configuration` for those whom the operator's settings name. */
  readonly who: string;
  readonly when: string;
  /** Null where none were due. */
  readonly audits: AuditReport | null;
  readonly composition: Composition;
  /** SHA-256 of what is published, to compare it by. */
  readonly hash: string;
};

export const NOTHING: Content = { url: null, modules: [], contractVersion: null, extension: '' };

/** The same for the same content of the same member, whoever published it and when. */
export const hashOf = (
  member: string,
  { url, modules, contractVersion, extension }: Content,
): string =>
  createHash('sha256')
    .update(JSON.stringify([member, url, [...modules].sort(), contractVersion, extension]))
    .digest('hex');
