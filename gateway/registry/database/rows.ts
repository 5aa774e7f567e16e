import { type MemberCode, type Module, parseMemberCode } from '../../../schema/index.ts';
import type { AuditReport } from '../audit.ts';
import type { Composition, Publication, PublicationKind } from '../publication.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** Of whom a token is: null for the operator. */
export type Token = {
  readonly id: string;
  readonly member: MemberCode | null;
  /** SHA-256 of the secret, which is kept nowhere. */
  readonly hash: string;
  readonly created: string;
  readonly revoked: string | null;
};

/** One try to publish, to roll back, to withdraw, or to see to tokens, whatever came of it. */
export type Attempt = {
  readonly id: string;
  readonly at: string;
  readonly member: string;
  readonly kind: string;
  readonly who: string;
  readonly outcome: 'ACCEPTED' | 'REFUSED';
  readonly code: string | null;
  readonly says: string | null;
  readonly number: number | null;
};

export type KnownOperation = {
  readonly hash: string;
  readonly document: string;
  readonly times: number;
  readonly lastSeen: string;
};

export const rowOfPublication = ({ when, ...publication }: Publication): Row => ({
  ...publication,
  at: when,
  modules: JSON.stringify(publication.modules),
  audits: publication.audits && JSON.stringify(publication.audits),
  composition: JSON.stringify(publication.composition),
});

/** Rows are written by this code alone; one that is none of ours is a fault of the database. */
export const parsePublication = (row: Row): Publication => ({
  number: Number(row.number),
  member: memberIn(row),
  kind: String(row.kind) as PublicationKind,
  url: textIn(row.url),
  modules: JSON.parse(String(row.modules ?? '[]')) as readonly Module[],
  contractVersion: textIn(row.contractVersion),
  extension: textIn(row.extension) ?? '',
  goesBackTo: row.goesBackTo == null ? null : Number(row.goesBackTo),
  who: String(row.who),
  when: String(row.at),
  audits: row.audits == null ? null : (JSON.parse(String(row.audits)) as AuditReport),
  composition: JSON.parse(String(row.composition)) as Composition,
  hash: String(row.hash),
});

export const parseToken = (row: Row): Token => ({
  id: String(row.id),
  member: row.member == null ? null : memberIn(row),
  hash: String(row.hash),
  created: String(row.created),
  revoked: textIn(row.revoked),
});

export const parseAttempt = (row: Row): Attempt => ({
  id: String(row.id),
  at: String(row.at),
  member: String(row.member),
  kind: String(row.kind),
  who: String(row.who),
  outcome: row.outcome === 'ACCEPTED' ? 'ACCEPTED' : 'REFUSED',
  code: textIn(row.code),
  says: textIn(row.says),
  number: row.number == null ? null : Number(row.number),
});

export const parseOperation = (row: Row): KnownOperation => ({
  hash: String(row.hash),
  document: String(row.document),
  times: Number(row.times),
  lastSeen: String(row.lastSeen),
});

function memberIn({ member }: Row): MemberCode {
  const code = parseMemberCode(member);
  if (!code) throw new Error(`Expected the code of a member in the registry, got ${member}.`);
  return code;
}

const textIn = (value: Row[string] | undefined): string | null =>
  value == null ? null : String(value);
