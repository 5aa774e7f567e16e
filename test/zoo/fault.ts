import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type {
  JsonObject,
  MemberError,
  MemberRequest,
  MissingReason,
} from '../../gateway/members/index.ts';

/** A member's true answer, as it would go over the wire. */
export type Truth = {
  readonly data?: JsonObject | null;
  readonly errors?: readonly MemberError[];
};

/** One request to a member of the zoo, with what an honest member answers. */
export type Exchange = {
  readonly query: string;
  readonly truth: Truth;
  readonly socket: Socket;
  readonly reply: ServerResponse;
  /** Whether the socket has carried a request before. */
  readonly isReused: boolean;
  /** Which of the requests on cue this is, from one. */
  readonly cued: number;
};

/** What a member does instead of answering honestly. */
export type Deed =
  /** Anything at all with the reply or its socket; false where there is nothing to do wrong, and the truth goes out. */
  | { readonly how: 'REPLY'; readonly commit: (exchange: Exchange) => boolean }
  /** Another body than the text of the truth. */
  | { readonly how: 'BODY'; readonly commit: (text: string) => string | Buffer }
  /** Another answer; where it is the same there was nothing to lie about. */
  | { readonly how: 'LIE'; readonly commit: (data: JsonObject) => Truth }
  /** The true answer to another question; where it is the same there was nothing to do wrong. */
  | { readonly how: 'ASKS'; readonly commit: (question: MemberRequest) => MemberRequest }
  /** Nobody honest at its address; with what its name now resolves to, where that is the fault. */
  | {
      readonly how: 'ADDRESS';
      readonly at: (places: Places) => string;
      readonly resolvesTo?: string;
    }
  /** What nobody can commit here. */
  | { readonly how: 'NOT_HERE' };

/** Addresses at which no member answers. */
export type Places = {
  readonly closed: string;
  readonly tlsExpired: string;
  readonly tlsOfAnother: string;
};

/** What a client must see of it. */
export type Seen =
  /** The member is missing for this reason, and nothing of it is shown. */
  | { readonly as: 'MISSING'; readonly reason: MissingReason }
  /** The truth: it does no harm. */
  | { readonly as: 'TRUTH' }
  /** Of records: null and an error at the place of each. */
  | { readonly as: 'MEMBER_ERROR' }
  /** Nothing tells it from the truth in this version. */
  | { readonly as: 'UNDETECTED'; readonly until: string };

export type FieldKind = 'connection' | 'entities' | 'count' | 'aggregate' | 'members';
export type PagePlace = 'first' | 'later';

export type Fault = {
  readonly kind: 'TRANSPORT' | 'PAYLOAD' | 'MEANING' | 'LIFE';
  readonly says: string;
  readonly deed: Deed;
  readonly seen: Seen;
  /** Where it has a meaning: by default everywhere. Sums and what members say of themselves have no pages. */
  readonly in?: readonly FieldKind[];
  readonly on?: readonly PagePlace[];
  /** Where a field of one kind shows it otherwise. */
  readonly seenIn?: Readonly<Partial<Record<FieldKind, Seen>>>;
};
