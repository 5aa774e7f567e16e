import type { Deed, Fault, Seen } from './fault.ts';

/** A row of the table: what the member does in words and in deed, what must be seen of it, and where, if not everywhere. */
export type Row = readonly [says: string, deed: Deed, seen: Seen, where?: Partial<Fault>];

const missing = (reason: 'TIMEOUT' | 'UNREACHABLE' | 'PROTOCOL_ERROR'): Seen => ({
  as: 'MISSING',
  reason,
});
export const LATE = missing('TIMEOUT');
export const AWAY = missing('UNREACHABLE');
export const BROKEN = missing('PROTOCOL_ERROR');
export const TRUTH: Seen = { as: 'TRUTH' };
export const unseen = (until: string): Seen => ({ as: 'UNDETECTED', until });
export const NOT_HERE: Deed = { how: 'NOT_HERE' };
