import type { Mutant } from '../mutant.ts';

const HEADS = 'gateway/members/merge/heads.ts';
const QUEUE = 'gateway/members/merge/order.ts';
const PARTS = 'gateway/members/merge/parts.ts';
const MEMBER_PAGE = 'gateway/members/member-page.ts';
const IN_PARTS_TEST = ['test/gateway/members/page-in-parts.test.ts'];
const PARTED_TEST = ['test/gateway/members/parted.test.ts'];
const HEADS_TEST = ['test/gateway/members/merge/heads.test.ts'];
const QUEUE_TEST = ['test/gateway/members/merge/order.test.ts'];
const PARTS_TEST = ['test/gateway/members/merge/parts.test.ts'];
const CONTINENTAL_TEST = ['test/gateway/members/continental.test.ts'];

/** Faults of merging: a check of a member's page dropped, a row lost or told twice, a figure added wrongly. */
export const MERGE = [
  {
    name: 'rows that do not rise are shown',
    file: HEADS,
    find: 'if (last && compare(last, position) >= 0)',
    replace: 'if (last && compare(last, position) > 9)',
    caughtBy: HEADS_TEST,
  },
  {
    name: 'the same row twice is shown twice',
    file: HEADS,
    find: 'if (last && compare(last, position) >= 0)',
    replace: 'if (last && compare(last, position) > 0)',
    caughtBy: HEADS_TEST,
  },
  {
    name: 'rows before the position asked are shown',
    file: HEADS,
    find: 'let last = after;',
    replace: 'let last: Position | undefined = after && undefined;',
    caughtBy: HEADS_TEST,
  },
  {
    name: "another member's records are shown",
    file: HEADS,
    find: '!position.id.startsWith(',
    replace: 'position.id === String(',
    caughtBy: HEADS_TEST,
  },
  {
    name: 'the prefix of a record is compared without its end',
    file: HEADS,
    find: '!position.id.startsWith(',
    replace: '!position.id.startsWith(String(member[0]) || ',
    caughtBy: HEADS_TEST,
  },
  {
    name: 'the position of another row is believed',
    file: HEADS,
    find: 'if (id !== position.id)',
    replace: 'if (id === null)',
    caughtBy: HEADS_TEST,
  },
  {
    name: 'more rows than asked are shown',
    file: HEADS,
    find: 'if (edges.length > order.first)',
    replace: 'if (edges.length > order.first + 100)',
    caughtBy: HEADS_TEST,
  },
  {
    name: 'a row shown is not held against its head',
    file: HEADS,
    find: 'firstStranger(positions, value, wantedBy(order.filter ?? {})) ??',
    replace: '',
    caughtBy: HEADS_TEST,
  },
  {
    name: 'nobody asks whether more rows follow',
    file: HEADS,
    find: "if (typeof hasNextPage !== 'boolean') return 'does not say whether more rows follow.';",
    replace: '',
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'a page without rows is followed for ever',
    file: HEADS,
    find: "if (hasNextPage && rows === 0) return 'says that rows follow a page without rows.';",
    replace: '',
    caughtBy: ['test/oracle/liars.test.ts'],
  },
  {
    name: 'a count below the rows given is believed',
    file: HEADS,
    find: 'return Number(count) >= least',
    replace: 'return Number(count) >= 0',
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'the row promised behind the page is not counted',
    file: HEADS,
    find: 'const least = rows + Number(hasNextPage);',
    replace: 'const least = rows;',
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'a page does not end where a member had no more room',
    file: QUEUE,
    find: 'if (endsEarly(next)) return { winners, hasNextPage: true };',
    replace: '',
    caughtBy: QUEUE_TEST,
  },
  {
    name: 'one row too many is taken',
    file: QUEUE,
    find: 'while (next && winners.length < first) {',
    replace: 'while (next && winners.length <= first) {',
    caughtBy: QUEUE_TEST,
  },
  {
    name: 'the queue looks at one child only',
    file: QUEUE,
    find: 'const least = isBefore(right, left) ? right : left;',
    replace: 'const least = left;',
    caughtBy: QUEUE_TEST,
  },
  {
    name: 'the last page promises another',
    file: QUEUE,
    find: 'return { winners, hasNextPage: next !== undefined };',
    replace: 'return { winners, hasNextPage: winners.length > 0 };',
    caughtBy: QUEUE_TEST,
  },
  {
    name: 'withheld figures of the second member are forgotten',
    file: PARTS,
    find: "const COUNTS = ['count', 'withheld', 'estimated', 'bounded'] as const;",
    replace: "const COUNTS = ['count', 'estimated', 'bounded'] as const;",
    caughtBy: PARTS_TEST,
  },
  {
    name: 'two sums of which one is a bound are exact',
    file: PARTS,
    find: '[a, b].some(',
    replace: '[a, b].every(',
    caughtBy: PARTS_TEST,
  },
  {
    name: 'a row of figures is added to itself',
    file: PARTS,
    find: 'before ? added(before, row) : plainly(row)',
    replace: 'before ? added(before, row) : added(plainly(row), row)',
    caughtBy: PARTS_TEST,
  },
  {
    name: 'a second member replaces the first',
    file: PARTS,
    find: 'before ? added(before, row) : plainly(row)',
    replace: 'plainly(row)',
    caughtBy: PARTS_TEST,
  },
  {
    name: 'rows of unlike keys are added',
    file: PARTS,
    find: "const FIGURES: ReadonlySet<string> = new Set(['parts', 'count']);",
    replace: "const FIGURES: ReadonlySet<string> = new Set(['parts', 'count', 'unit']);",
    caughtBy: PARTS_TEST,
  },
  {
    name: 'a sum is exact though a member is missing',
    file: PARTS,
    find: "typeof country === 'string' ? answered.includes(country) : complete;",
    replace: "typeof country === 'string' ? answered.includes(country) : true;",
    caughtBy: [...PARTS_TEST, 'test/gateway/members/continental.test.ts'],
  },
  {
    name: "a country's own sum hangs on all members",
    file: PARTS,
    find: "typeof country === 'string' ? answered.includes(country) : complete;",
    replace: 'country === null ? false : complete;',
    caughtBy: PARTS_TEST,
  },
  {
    name: 'the order of sums is that of arrival',
    file: PARTS,
    find: 'return [...sums.values()].sort(inOrderOf(declared.filter((name) => !FIGURES.has(name))));',
    replace: 'return [...sums.values()].slice(0, declared.length + sums.size);',
    caughtBy: PARTS_TEST,
  },
  {
    name: 'counts that are none are added',
    file: PARTS,
    find: 'Number.isSafeInteger(value) && Number(value) >= 0;',
    replace: 'Number.isSafeInteger(value);',
    caughtBy: PARTS_TEST,
  },
  {
    name: 'a sum that its own figures rule out is added',
    file: PARTS,
    find: 'return count !== 1 || (',
    replace: 'return count === count || (',
    caughtBy: PARTS_TEST,
  },
  {
    name: "sums of another's country are added",
    file: PARTS,
    find: 'const foreign = atHome ? countries',
    replace: 'const foreign = !atHome ? countries',
    caughtBy: PARTS_TEST,
  },
  {
    name: 'nobody is asked for more rows of a page',
    file: 'gateway/members/page-in-parts.ts',
    find: 'if (refills.length === 0) return pages;',
    replace: 'if (refills.length >= 0) return pages;',
    caughtBy: IN_PARTS_TEST,
  },
  {
    name: 'who gives no more rows of a page has none',
    file: MEMBER_PAGE,
    find: 'heads: ended(heads), ...(lost && { lost }) };',
    replace: 'heads: ended(heads) };',
    caughtBy: IN_PARTS_TEST,
  },
  {
    name: 'who gives no more rows of a page ends it for all',
    file: MEMBER_PAGE,
    find: 'heads: ended(heads), ...(lost && { lost }) };',
    replace: '...(lost && { lost }) };',
    caughtBy: IN_PARTS_TEST,
  },
  {
    name: 'an error of the second answer stands at a row of the first',
    file: MEMBER_PAGE,
    find: 'step + rows : step',
    replace: 'step + rows - rows : step',
    caughtBy: PARTED_TEST,
  },
  {
    name: 'who hangs takes all time from who is asked for more',
    file: 'gateway/members/page-in-parts.ts',
    find: 'const FIRST_SHARE = 0.6;',
    replace: 'const FIRST_SHARE = 1;',
    caughtBy: PARTED_TEST,
  },
] as const satisfies readonly Mutant[];
