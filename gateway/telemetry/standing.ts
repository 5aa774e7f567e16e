import type { MemberStatus } from '../members/index.ts';

export type { BreakerState } from '../members/index.ts';

type Known = 'breaker' | 'lastReason' | 'lastSays' | 'onTime';

/** How a member stands, with what is known of its breaker. */
export type Standing = Omit<MemberStatus, Known> & Partial<Pick<MemberStatus, Known>>;
