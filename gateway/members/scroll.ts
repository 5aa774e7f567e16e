import type { Position } from '../../schema/index.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { Missed, Place } from './cursor.ts';
import { type Given, membersGiven, missingFrom } from './gather.ts';
import type { Parts } from './source.ts';

/** A page of a scroll: where it began, and where it ends; null where nothing follows. */
export type ScrolledPage = { readonly before: Place | undefined; readonly end: Position | null };

/**
 * What has been missed of a scroll up to the end of this page: one covering range for each member, kept until the scroll ends even when
 * the member is back, since its earlier rows stay unseen. Who does not offer the module lost nothing and has no range.
 */
export function missedSoFar(given: readonly Given[], page: ScrolledPage): readonly Missed[] {
  const carried = page.before?.missed ?? [];
  const now = [...silentNow(given, page), ...goneSince(given, page)].map((each) =>
    covering(each, carried),
  );
  const named = new Set([...now, ...carried].map((each) => each.member));
  const late = joinedSince(given, page).filter((each) => !named.has(each.member));
  const still = carried.filter((each) => !now.some((one) => one.member === each.member));
  return [...still, ...now, ...late];
}

const rangeOf = ({ before, end }: ScrolledPage) => ({ from: before?.position ?? null, to: end });

const silentNow = (given: readonly Given[], page: ScrolledPage): readonly Missed[] =>
  given.flatMap((each) =>
    each.kind === 'missing' && each.reason !== 'MODULE_NOT_OFFERED'
      ? [{ member: each.member, reason: each.reason, range: rangeOf(page) }]
      : [],
  );

/** Members that answered on earlier pages and are members no more. */
function goneSince(given: readonly Given[], page: ScrolledPage): readonly Missed[] {
  const there = new Set(given.map((each) => each.member));
  return (page.before?.seen ?? [])
    .filter((member) => !there.has(member))
    .map((member) => ({ member, reason: 'WITHDRAWN', range: rangeOf(page) }));
}

/** Members that came after the scroll began: what lies before this page was never asked of them. */
function joinedSince(given: readonly Given[], { before }: ScrolledPage): readonly Missed[] {
  if (!before) return [];
  const range = { from: null, to: before.position };
  return membersGiven(given)
    .filter((member) => !before.seen.includes(member))
    .map((member) => ({ member, reason: 'UNREACHABLE', range }));
}

/** The range that covers what a member misses now and what it missed before. */
function covering(now: Missed, carried: readonly Missed[]): Missed {
  const earlier = carried.find((each) => each.member === now.member);
  return earlier ? { ...now, range: { from: earlier.range.from, to: now.range.to } } : now;
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
