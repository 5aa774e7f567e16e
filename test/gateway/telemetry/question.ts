import { type AskRecord, openAccount } from '../../../gateway/members/index.ts';
import { type Answered, type Note, openNote } from '../../../gateway/telemetry/index.ts';

/** A question that two hops went to members for: MA and ZM answer both, CD the first alone. */
export function noteOfTwoHops(plan: 'kept' | 'shared' = 'kept'): Note {
  const account = openAccount();
  const [first, second] = [account.openHop(['sites']), account.openHop(['sites', 'edges', 'node'])];
  for (const ask of FIRST) first.asked(ask);
  for (const ask of SECOND) second.asked(ask);
  first.missed('MA', 'UNREACHABLE');
  first.missing('NA', 'MODULE_NOT_OFFERED');
  second.asked({ member: 'AMSG', outcome: 'TIMEOUT', tookMs: 3000 });
  second.stale('AMSG', { asOf: '2026-11-24T08:00:00.000Z', isWhole: true });
  first.moved(150, 50);
  const note = openNote();
  note.checked();
  note.planned(plan);
  note.answered({
    queryHash: '0123456789abcdef',
    operation: 'Q06_MinesInBox',
    viewer: 'public',
    codes: ['MEMBER_UNAVAILABLE'],
    cost: { cost: 1200, limit: 50_000 },
    account,
  });
  return note;
}

const FIRST: readonly AskRecord[] = [
  { member: 'CD', outcome: 'ANSWERED', tookMs: 20 },
  { member: 'MA', outcome: 'ANSWERED', tookMs: 30 },
  { member: 'ZM', outcome: 'ANSWERED', tookMs: 40 },
];
const SECOND: readonly AskRecord[] = [
  { member: 'CD', outcome: 'TIMEOUT', tookMs: 3000 },
  { member: 'MA', outcome: 'ANSWERED', tookMs: 10 },
  { member: 'ZM', outcome: 'BREAKER_OPEN', tookMs: null },
];

/** Refused before it was planned. */
export function noteOfRefusal(): Note {
  const note = openNote();
  note.answered({
    queryHash: 'fedcba9876543210',
    operation: null,
    viewer: 'public',
    codes: ['COST_EXCEEDED'],
    cost: { cost: 90_000, limit: 50_000 },
    account: undefined,
  });
  return note;
}

export const answeredWith = (status: number | null, more: Partial<Answered> = {}): Answered => ({
  status,
  tookMs: 120.04,
  bytes: 2345,
  codes: [],
  ...more,
});
