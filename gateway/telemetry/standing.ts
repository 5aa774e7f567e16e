import type { MemberStatus } from '../members/index.ts';

export type { BreakerState } from '../members/index.ts';

/** What is read of how a member stands. */
export type Standing = Pick<MemberStatus, 'code' | 'state' | 'breaker' | 'onTime'>;
