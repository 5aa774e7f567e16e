import { compareBytes } from '../../schema/index.ts';
import { systemClock } from './clock.ts';
import type { Answered, Given } from './gather.ts';
import type { Calling } from './member.ts';
import { believed, type MemberPage, withMore } from './member-page.ts';
import type { PageOrder } from './merge/index.ts';
import { type Refill, refillsOf } from './refills.ts';
import type { Parts } from './source.ts';

/** A page of which members are asked for a fraction first. */
export type PageInParts = {
  readonly parts: Parts;
  readonly order: PageOrder;
  readonly calling: Calling;
  /** How many rows a member was asked for first. */
  readonly rowsOf: (member: string) => number;
  readonly givenBy: (answers: readonly Answered[]) => readonly Given[];
  readonly askMore: (refill: Refill) => Promise<Answered>;
};

/** Nobody is asked more often than this for more rows of a page. */
const REFILLS_MAX = 3;
/** Of the time that is left, as where another hop follows: who hangs takes no time from those who are asked once more. */
const FIRST_SHARE = 0.6;

/**
 * The pages of all members that are asked for one, with every row of theirs that belongs in the merged page. Who has not answered yet when the
 * others are asked once more is waited for all the same.
 */
export async function pageInParts(
  page: PageInParts,
  asking: readonly Promise<Answered>[],
): Promise<readonly MemberPage[]> {
  const early = await comeInTime(asking, page.calling);
  const filled = await refilled(page, pagesOf(page, early));
  const answers = await Promise.all(asking);
  const late = answers.filter((each) => !early.includes(each));
  const pages =
    late.length === 0 ? filled : await refilled(page, [...filled, ...pagesOf(page, late)]);
  return pages.toSorted((a, b) => compareBytes(a.given.member, b.given.member));
}

const pagesOf = (page: PageInParts, answers: readonly Answered[]): readonly MemberPage[] =>
  page
    .givenBy(answers)
    .map((given) =>
      believed(page.parts, given, { ...page.order, first: page.rowsOf(given.member) }),
    );

async function refilled(
  page: PageInParts,
  pages: readonly MemberPage[],
  turn = 1,
): Promise<readonly MemberPage[]> {
  if (turn > REFILLS_MAX) return pages;
  const known = pages.flatMap(({ heads }) => (heads ? [heads] : []));
  const refills = refillsOf({ pages: known, order: page.order, isLast: turn === REFILLS_MAX });
  if (refills.length === 0) return pages;
  const came = await Promise.all(refills.map(page.askMore));
  const next = nextOf(page, refills, came);
  const more = pages.map((each) => withMore(page.parts, each, next.get(each.given.member)));
  return refilled(page, more, turn + 1);
}

/** What came of each member that was asked once more, checked as any page is. */
function nextOf(
  { parts, order, givenBy }: PageInParts,
  refills: readonly Refill[],
  came: readonly Answered[],
): ReadonlyMap<string, MemberPage> {
  const asked = new Map(refills.map((each) => [each.member, each]));
  return new Map(
    givenBy(came).map((given) => {
      const { rows: first = 0, after } = asked.get(given.member) ?? {};
      return [given.member, believed(parts, given, { ...order, first, after })];
    }),
  );
}

/** What has come when the share of the first ask is over, or all where it came sooner. */
async function comeInTime<Answer>(
  asking: readonly Promise<Answer>[],
  { clock = systemClock, endsAt }: Calling,
): Promise<readonly Answer[]> {
  const come: Answer[] = [];
  const all = Promise.all(asking.map((each) => each.then((answer) => void come.push(answer))));
  if (endsAt === undefined) {
    await all;
    return come;
  }
  const shareMs = Math.max(0, endsAt - clock.nowMs()) * FIRST_SHARE;
  await new Promise<void>((resolve, reject) => {
    const forget = clock.after(shareMs, resolve);
    all.then(() => resolve(forget()), reject);
  });
  return [...come];
}
