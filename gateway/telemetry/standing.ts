import type { MemberStatus, MissingReason } from '../members/index.ts';

export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** How a member stands, with what is known of its breaker. */
export type Standing = MemberStatus & {
  readonly breaker?: BreakerState;
  readonly lastReason?: MissingReason | null;
  readonly lastSays?: string | null;
  readonly onTime?: number | null;
};
