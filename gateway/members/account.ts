import type { MissingReason } from './member.ts';

/** What became of one ask of one member. */
export type AskRecord = {
  readonly member: string;
  readonly outcome: 'ANSWERED' | MissingReason;
  /** From being asked to the end of the answer; null where nothing was sent. */
  readonly tookMs: number | null;
};

/** One hop of a plan: its path in the answer, and each member that it asked once, in order of codes. */
export type HopRecord = { readonly path: readonly string[]; readonly asks: readonly AskRecord[] };

/** One hop while it runs. */
export type Hop = {
  readonly asked: (ask: AskRecord) => void;
  /** What a member said turned out to be no answer: it is missing after all. */
  readonly missing: (member: string, reason: MissingReason) => void;
  /** Rows that came from members, and those of them that went on. */
  readonly moved: (rows: number, kept: number) => void;
};

/** What one request asked of members, hop by hop: the one thing of a request that is written to while it runs. */
export type Account = {
  readonly openHop: (path: readonly string[]) => Hop;
  /** As far as is known now; whole when the answer is shaped. */
  readonly hops: () => readonly HopRecord[];
  readonly rows: () => { readonly moved: number; readonly kept: number };
};

export function openAccount(): Account {
  const hops: { readonly path: readonly string[]; readonly asks: Map<string, AskRecord> }[] = [];
  const rows = { moved: 0, kept: 0 };
  const openHop = (path: readonly string[]): Hop => {
    const asks = new Map<string, AskRecord>();
    hops.push({ path, asks });
    return {
      asked: (ask) => void asks.set(ask.member, worse(asks.get(ask.member), ask)),
      missing: (member, outcome) =>
        void asks.set(member, { member, outcome, tookMs: asks.get(member)?.tookMs ?? null }),
      moved: (moved, kept) => {
        rows.moved += moved;
        rows.kept += kept;
      },
    };
  };
  return {
    openHop,
    hops: () => hops.map(({ path, asks }) => ({ path, asks: inOrder([...asks.values()]) })),
    rows: () => ({ ...rows }),
  };
}

/** Asked twice in one hop, a member has answered only where it answered both times. */
const worse = (before: AskRecord | undefined, now: AskRecord): AskRecord =>
  before && before.outcome !== 'ANSWERED' ? before : now;

const inOrder = (asks: readonly AskRecord[]): readonly AskRecord[] =>
  [...asks].sort((a, b) => (a.member < b.member ? -1 : 1));
