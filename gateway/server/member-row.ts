import type { MemberStatus } from '../members/index.ts';
import type { MemberTold, NewestTold } from '../registry/index.ts';

/** The newest publication of a member, and whether the gateway serves it already. */
export type ServedPublication = NewestTold & { readonly isServed: boolean };

/** How a member stands, and what it published last; null where there is no registry. Who is withdrawn has no address. */
export type MemberRow = Omit<MemberStatus, 'url'> & {
  readonly url: string | null;
  readonly publication: ServedPublication | null;
};

/** The same with all that it published. */
export type MemberDetail = MemberRow & {
  readonly published: Omit<MemberTold, 'code' | 'modules'> | null;
};
