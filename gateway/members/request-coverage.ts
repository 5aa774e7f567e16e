import type { AskRecord, HopRecord } from './account.ts';
import type { MissingReason } from './missing-reason.ts';

/** Who answered a whole request, who did not and why, and the same of each hop; members in the order of their codes. */
export type RequestCoverage = {
  /** True where everybody who could contribute has answered, afresh. */
  readonly complete: boolean;
  /** Members that answered every time they were asked. */
  readonly answered: readonly string[];
  readonly missing: readonly MissingMember[];
  readonly stale: readonly StaleMember[];
  readonly hops: readonly HopCoverage[];
};

/** What is missing of a member that gave something: the details of its rows, or rows of earlier pages. */
type Part = 'DETAILS' | 'EARLIER_PAGES';
export type MissingMember = {
  readonly member: string;
  readonly reason: MissingReason;
  readonly part: Part | null;
  readonly since: string | null;
};
export type StaleMember = { readonly member: string; readonly asOf: string };
export type HopCoverage = {
  readonly path: readonly string[];
  readonly asked: readonly string[];
  readonly answered: readonly string[];
  readonly missing: readonly { readonly member: string; readonly reason: MissingReason }[];
};

/** The coverage of a request from what its hops asked. A hop in which nobody could be asked is none. */
export function requestCoverage(
  records: readonly HopRecord[],
  silentSince: (member: string) => string | null,
): RequestCoverage {
  const hops = records.filter(({ asks }) => asks.length > 0);
  const members = byMember(hops);
  const missing = members.flatMap(([member, asks]): readonly MissingMember[] => {
    const lost = missingIn(asks);
    return lost ? [{ member, ...lost, since: silentSince(member) }] : [];
  });
  const stale = members.flatMap(([member, asks]) => staleIn(member, asks));
  const named = new Set([...missing, ...stale].map(({ member }) => member));
  return {
    complete: named.size === 0,
    answered: members.flatMap(([member]) => (named.has(member) ? [] : [member])),
    missing,
    stale,
    hops: hops.map(hopCoverage),
  };
}

type Asks = readonly AskRecord[];

/** What each member was asked, hop after hop; members in the order of their codes. */
function byMember(hops: readonly HopRecord[]): readonly (readonly [string, Asks])[] {
  const all = new Map<string, AskRecord[]>();
  for (const ask of hops.flatMap(({ asks }) => asks)) {
    const known = all.get(ask.member);
    if (known) known.push(ask);
    else all.set(ask.member, [ask]);
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
}

type Lost = { readonly reason: MissingReason; readonly part: Part | null };

/** Why and of which part a member is missing: the first silence, and before all what is no module of its own. */
function missingIn(asks: Asks): Lost | undefined {
  const lost = asks.filter((each) => reasonOf(each) !== undefined);
  const worst = lost.find((each) => !isNoFault(reasonOf(each))) ?? lost[0];
  const reason = worst && reasonOf(worst);
  if (!worst || !reason) return undefined;
  if (worst.outcome === 'ANSWERED')
    return { reason, part: isNoFault(reason) ? 'DETAILS' : 'EARLIER_PAGES' };
  const before = asks.slice(0, asks.indexOf(worst));
  const gaveHeads = before.some(({ outcome }) => outcome === 'ANSWERED');
  return { reason, part: gaveHeads && reason !== 'MODULE_NOT_OFFERED' ? 'DETAILS' : null };
}

/** It gives all that its version and its modules have. */
const isNoFault = (reason: MissingReason | undefined): boolean =>
  reason === 'MODULE_NOT_OFFERED' || reason === 'FIELD_NOT_OFFERED';

/** The oldest of what was kept from it. */
function staleIn(member: string, asks: Asks): readonly StaleMember[] {
  const [asOf] = asks.flatMap(({ stale }) => (stale ? [stale.asOf] : [])).toSorted();
  return asOf === undefined ? [] : [{ member, asOf }];
}

/** Why a member is missing from a hop; undefined where it is not, be it for what it said before. */
function reasonOf({ outcome, missed, stale }: AskRecord): MissingReason | undefined {
  if (outcome === 'ANSWERED') return missed;
  return stale?.isWhole ? undefined : outcome;
}

/** Who is missing for one of these was not turned to at all. */
const NOT_ASKED: readonly AskRecord['outcome'][] = [
  'MODULE_NOT_OFFERED',
  'FIELD_NOT_OFFERED',
  'WITHDRAWN',
];

function hopCoverage({ path, asks }: HopRecord): HopCoverage {
  const asked = asks.filter(
    ({ outcome, tookMs }) => tookMs !== null || !NOT_ASKED.includes(outcome),
  );
  return {
    path,
    asked: asked.map(({ member }) => member),
    answered: asks.filter((each) => !each.stale && !reasonOf(each)).map(({ member }) => member),
    missing: asks.flatMap((each) => {
      const reason = reasonOf(each);
      return reason ? [{ member: each.member, reason }] : [];
    }),
  };
}
