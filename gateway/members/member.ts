import type { MemberCode, Module } from '../../schema/index.ts';
import type { Account, Hop } from './account.ts';
import type { AskBudget } from './budget.ts';
import type { Clock } from './clock.ts';
import type { JsonObject } from './json.ts';
import type { MissingReason } from './missing-reason.ts';
import type { Pages, Reader } from './read/index.ts';

/** A member as the operator configures it. */
export type MemberAddress = {
  readonly code: MemberCode;
  readonly url: string;
  /** Version of the contract that it serves, where it is known: it is asked for nothing that came later. */
  readonly contractVersion?: string | null;
};

/** What the gateway knows of a member when it decides whom to ask. */
export type Member = MemberAddress & { readonly modules: readonly Module[] };

/** A GraphQL request to a member, as JSON. */
export type MemberRequest = {
  readonly query: string;
  readonly variables?: JsonObject;
  /** Reads answers that are word for word what is asked. It is ours, and not sent. */
  readonly reader?: Reader | undefined;
};
export type MemberError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: JsonObject;
  /** Ours, and never from a member: the record at this path lacks a field, for its member serves an earlier version. */
  readonly lacks?: true;
};

/** What came back. `answered` holds what the member says, which is not yet to be believed. */
export type Answer =
  | {
      readonly kind: 'answered';
      /** Where there are pages it is made when it is first looked at. */
      readonly data: JsonObject;
      readonly errors: readonly MemberError[];
      /** The pages in it, where it was found to be word for word what was asked: nothing is left to be checked but their order. */
      readonly pages?: Pages;
    }
  | {
      readonly kind: 'silent';
      readonly reason: MissingReason;
      readonly says: string;
      /** Nothing was sent: it says nothing of the member. */
      readonly unasked?: true;
    };

/** Who asks. Until access is built everybody is `public`; part of every cursor, cache key and dedupe key. */
export type Viewer = 'public';

/** Who asks, the signal that ends all asks of a request, and when that will be by its clock, where known. */
export type Calling = {
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
  readonly endsAt?: number;
  /** The clock of `endsAt`; the system's unless told. */
  readonly clock?: Clock;
  /** What the whole request asked of members; none where nobody wants to know. */
  readonly account?: Account;
  /** How many requests are left to the whole request; without one they are not counted. */
  readonly budget?: AskBudget;
  /** The hop of the plan in which this ask stands. */
  readonly hop?: Hop;
  /** Headers of the request that ordinary subgraphs are sent too, by their small names. No member of ours ever sees them. */
  readonly forwarded?: Readonly<Record<string, string>>;
};

/** Sends one request to one member. It always resolves: silence is a value. */
export type Send = (
  member: MemberAddress,
  request: MemberRequest,
  calling: Calling,
) => Promise<Answer>;

/** How a member stands, as `/members` shows it. */
export type MemberState = 'NEVER_ASKED' | 'ANSWERING' | 'SILENT' | 'REFUSED' | 'WITHDRAWN';
export type MemberStatus = {
  readonly code: MemberCode;
  readonly name: string | null;
  readonly url: string;
  readonly modules: readonly Module[];
  readonly contractVersion: string | null;
  readonly state: MemberState;
  /** How many records it says it holds, of all types. */
  readonly records: number | null;
  readonly database: string | null;
  readonly lastAnswerAt: string | null;
  readonly roundTripMs: number | null;
  readonly breaker: BreakerState;
  /** Why it was last missing, and the sentence: kept after it has answered again. */
  readonly lastReason: MissingReason | null;
  readonly lastSays: string | null;
  /** The share of the last hundred asks that it answered; null until it has been asked. */
  readonly onTime: number | null;
  /** Since when it has been silent. */
  readonly since: string | null;
};

/** Closed, it is asked; open, it is spared; half open, one ask at a time tries whether it is back. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';
