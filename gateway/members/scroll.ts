import { comparePositions, type OrderBy, type Position } from '../../schema/index.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { Missed, Place } from './cursor.ts';
import { type Given, membersGiven, missingFrom } from './gather.ts';
import type { Parts } from './source.ts';

/** A page of a scroll: where it began, and where it ends; null where nothing follows. */
export type ScrolledPage = { readonly before: Place | undefined; readonly end: Position | null };

/**
 * What has been missed of a scroll up to the end of this page: one covering range for each member, kept until the scroll ends even when
 * the member is back, since its earlier rows stay unseen. Who never offered the module lost nothing and has no range.
 */
export function missedSoFar(given: readonly Given[], page: ScrolledPage): readonly Missed[] {
  const carried = page.before?.missed ?? [];
  const now = [...silentNow(given, page), ...goneSince(given, page), ...joinedSince(given, page)];
  const covered = now.map((each) => covering(each, carried));
  const still = carried.filter((each) => !now.some((one) => one.member === each.member));
  return [...still, ...covered];
}

/** Whom an earlier page has asked: who answered it, and who is declared to have missed it. */
const knownTo = (before: Place): readonly string[] => [
  ...before.seen,
  ...before.missed.map(({ member }) => member),
];

/** Who was never asked before has missed what lies before this page too. */
function startFor({ member, behind }: Silent, before: Place | undefined): Position | null {
  if (!before) return behind ?? null;
  return knownTo(before).includes(member) ? (behind ?? before.position) : null;
}

function silentNow(given: readonly Given[], { before, end }: ScrolledPage): readonly Missed[] {
  // A member that offered the module when the scroll began, and does no more, has taken its rows with it.
  const lost = ({ member, reason, behind }: Silent) =>
    reason !== 'MODULE_NOT_OFFERED' || behind || before?.seen.includes(member);
  return given.flatMap((each) => {
    if (each.kind === 'given' || !lost(each)) return [];
    const { member, reason } = each;
    return [{ member, reason, range: { from: startFor(each, before), to: end } }];
  });
}
type Silent = Extract<Given, { kind: 'missing' }>;
const membersMissing = (given: readonly Given[]): readonly string[] =>
  given.flatMap(({ kind, member }) => (kind === 'missing' ? [member] : []));

/** Members that were asked for earlier pages and are members no more. */
function goneSince(given: readonly Given[], { before, end }: ScrolledPage): readonly Missed[] {
  if (!before) return [];
  const there = new Set(given.map((each) => each.member));
  const gone = new Set(knownTo(before).filter((member) => !there.has(member)));
  const range = { from: before.position, to: end };
  return [...gone].map((member) => ({ member, reason: 'WITHDRAWN', range }));
}

/** Members that came after the scroll began: what lies before this page was never asked of them. */
function joinedSince(given: readonly Given[], { before }: ScrolledPage): readonly Missed[] {
  if (!before) return [];
  const known = new Set([...knownTo(before), ...membersMissing(given)]);
  const range = { from: null, to: before.position };
  return membersGiven(given)
    .filter((member) => !known.has(member))
    .map((member) => ({ member, reason: 'UNREACHABLE', range }));
}

/** The range that covers what a member misses now and what it missed before. */
function covering(now: Missed, carried: readonly Missed[]): Missed {
  const earlier = carried.find((each) => each.member === now.member);
  return earlier ? { ...now, range: { from: earlier.range.from, to: now.range.to } } : now;
}

/**
 * Of what was missed, the part up to this position. A cursor says no more than that: who goes on from within a page, or goes back to where
 * a range begins, is shown what lies behind once the member is back.
 */
export function missedUpTo(
  position: Position,
  missed: readonly Missed[],
  orderBy: readonly OrderBy[],
): readonly Missed[] {
  const compare = comparePositions(orderBy);
  return missed.flatMap((each) => {
    const { from, to } = each.range;
    if (from && compare(from, position) >= 0) return [];
    const endsBefore = to !== null && compare(to, position) <= 0;
    return [endsBefore ? each : { ...each, range: { from, to: position } }];
  });
}

/** The coverage of a page of a scroll: who is missing now, and what is missing of the pages before. */
export function coverageOfPage(
  parts: Parts,
  given: readonly Given[],
  missed: readonly Missed[],
): Coverage {
  const named = new Set(missed.map((each) => each.member));
  const notOffering = given.flatMap((each) =>
    each.kind === 'missing' && !named.has(each.member) ? [missingFrom(parts, each, null)] : [],
  );
  const missing = missed.map((each) => missingFrom(parts, each, each.range));
  return coverageOf(membersGiven(given), [...notOffering, ...missing]);
}
