import type { MissingReason } from './missing-reason.ts';

/** What became of one ask of one member. */
export type AskRecord = {
  readonly member: string;
  readonly outcome: 'ANSWERED' | MissingReason;
  /** From being asked to the end of the answer; null where nothing was sent. */
  readonly tookMs: number | null;
  /** It answers now, and something of what came before is missing: why. */
  readonly missed?: MissingReason;
  /** It is silent, and what it said before is given: all that was asked of it, or a part. */
  readonly stale?: StaleAnswer;
};
export type StaleAnswer = { readonly asOf: string; readonly isWhole: boolean };

/**
 * One hop of a plan: the place in the answer that it adds to (`[]` is the answer itself, `@` every row of a list), and each member that
 * could add to it once, in order of codes.
 */
export type HopRecord = { readonly path: readonly string[]; readonly asks: readonly AskRecord[] };

/** One hop while it runs. */
export type Hop = {
  readonly asked: (ask: AskRecord) => void;
  /** What a member said turned out to be no answer, or it could not be asked: it is missing after all. */
  readonly missing: (member: string, reason: MissingReason) => void;
  /** A member answers, but of earlier pages of a scroll something is missing. */
  readonly missed: (member: string, reason: MissingReason) => void;
  /** A member is silent, and an answer from before stands in for it. */
  readonly stale: (member: string, stale: StaleAnswer) => void;
  /** Rows that came from members, and those of them that went on. */
  readonly moved: (rows: number, kept: number) => void;
};

/** What one request asked of members, hop by hop: the one thing of a request that is written to while it runs. */
export type Account = {
  readonly openHop: (path: readonly string[]) => Hop;
  /** As far as is known now; whole when the answer is shaped. */
  readonly hops: () => readonly HopRecord[];
  readonly rows: () => { readonly moved: number; readonly kept: number };
  /** From now on it tells what another request asks, whose answer this one is given too. */
  readonly follow: (other: Account) => void;
};

export function openAccount(): Account {
  const hops: { readonly path: readonly string[]; readonly asks: Map<string, AskRecord> }[] = [];
  const rows = { moved: 0, kept: 0 };
  let followed: Account | undefined;
  const openHop = (path: readonly string[]): Hop => {
    const asks = new Map<string, AskRecord>();
    const note = (ask: AskRecord) => void asks.set(ask.member, worse(asks.get(ask.member), ask));
    hops.push({ path, asks });
    return {
      asked: note,
      missing: (member, outcome) =>
        note({ member, outcome, tookMs: asks.get(member)?.tookMs ?? null }),
      missed: (member, missed) => {
        const ask = asks.get(member);
        if (ask) asks.set(member, { ...ask, missed });
      },
      stale: (member, stale) => {
        const ask = asks.get(member);
        if (ask) asks.set(member, { ...ask, stale });
      },
      moved: (moved, kept) => {
        rows.moved += moved;
        rows.kept += kept;
      },
    };
  };
  return {
    openHop,
    hops: () =>
      followed?.hops() ??
      hops.map(({ path, asks }) => ({ path, asks: inOrder([...asks.values()]) })),
    rows: () => followed?.rows() ?? { ...rows },
    follow: (other) => {
      followed = other;
    },
  };
}

/** A member has answered a hop only where it did every time; of two silences the first is named, but one that is nobody's fault gives way. */
const worse = (before: AskRecord | undefined, now: AskRecord): AskRecord =>
  before === undefined || weight(now) > weight(before) ? now : before;

function weight({ outcome }: AskRecord): number {
  if (outcome === 'ANSWERED') return 0;
  return outcome === 'MODULE_NOT_OFFERED' || outcome === 'FIELD_NOT_OFFERED' ? 1 : 2;
}

const inOrder = (asks: readonly AskRecord[]): readonly AskRecord[] =>
  [...asks].sort((a, b) => (a.member < b.member ? -1 : 1));
