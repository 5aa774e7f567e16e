import type { Mutant } from '../mutant.ts';

const CURSOR = 'gateway/members/cursor.ts';
const SCROLL = 'gateway/members/scroll.ts';
const CONNECTION = 'gateway/members/connection.ts';
const MEMBER_PAGE = 'gateway/members/member-page.ts';
const CURSOR_TEST = ['test/gateway/members/cursor.test.ts'];
const SCROLL_TEST = ['test/gateway/members/scroll.test.ts'];
const HISTORIES_TEST = ['test/oracle/histories.test.ts'];
const CONTINENTAL_TEST = ['test/gateway/members/continental.test.ts'];

/** Faults of going on: a cursor taken for another list, a range forgotten that a member has missed. */
export const SCROLLING = [
  {
    name: 'a cursor is good for any filter',
    file: CURSOR,
    find: '    inOrder(filter),\n',
    replace: '',
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'a cursor is good for any order',
    file: CURSOR,
    find: '    orderBy,\n    viewer,\n  ]);',
    replace: '    viewer,\n  ]);',
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'a cursor is good under any record',
    file: CURSOR,
    find: '    parent,\n    inOrder(filter),',
    replace: '    inOrder(filter),',
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'a cursor is good for any field',
    file: CURSOR,
    find: '    field,\n    parent,\n    inOrder(filter),',
    replace: '    parent,\n    inOrder(filter),',
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'a cursor is good for any viewer',
    file: CURSOR,
    find: '    orderBy,\n    viewer,\n  ]);',
    replace: '    orderBy,\n  ]);',
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'a cursor is not bound to its list',
    file: CURSOR,
    find: 'if (hash !== hashOf(list) || !position) return undefined;',
    replace: 'if (hash === undefined || !position) return undefined;',
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'several texts are one cursor',
    file: CURSOR,
    find: "if (bytes.length <= start || bytes.toString('base64url') !== cursor) return undefined;",
    replace: 'if (bytes.length <= start) return undefined;',
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'what was missed is not written into the cursor',
    file: CURSOR,
    find: '    missed.map(({ member, reason, range }) => [',
    replace: '    missed.slice(missed.length).map(({ member, reason, range }) => [',
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'who was seen is not written into the cursor',
    file: CURSOR,
    find: "    seen.join(' '),",
    replace: "    seen.slice(seen.length).join(' '),",
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'ranges in a cursor begin where they end',
    file: CURSOR,
    find: 'range: { from: end(from), to: end(to) },',
    replace: 'range: { from: end(to), to: end(to) },',
    caughtBy: CURSOR_TEST,
  },
  {
    name: 'a silent member misses nothing',
    file: SCROLL,
    find: 'const now = [...silentNow(given, page), ...goneSince',
    replace: 'const now = [...silentNow([], page), ...goneSince',
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'a member that joins has missed nothing',
    file: SCROLL,
    find: ', ...joinedSince(given, page)];',
    replace: ', ...joinedSince([], page)];',
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'a member that is withdrawn is forgotten',
    file: SCROLL,
    find: '...goneSince(given, page), ...joinedSince',
    replace: '...joinedSince',
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'what a member missed is forgotten when it is back',
    file: SCROLL,
    find: 'return [...still, ...covered];',
    replace: 'return [...still.slice(still.length), ...covered];',
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'a second silence forgets the first',
    file: SCROLL,
    find: '{ ...now, range: { from: earlier.range.from, to: now.range.to } }',
    replace: '{ ...now, range: { from: now.range.from, to: now.range.to } }',
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'two silences are covered up to the end of the first',
    file: SCROLL,
    find: '{ ...now, range: { from: earlier.range.from, to: now.range.to } }',
    replace: '{ ...now, range: { from: earlier.range.from, to: earlier.range.to } }',
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'who joins and is silent misses this page only',
    file: SCROLL,
    find: 'return knownTo(before).includes(member) ? (behind ?? before.position) : null;',
    replace: 'return behind ?? before.position;',
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'a module given up in mid-scroll loses nothing',
    file: SCROLL,
    find: "reason !== 'MODULE_NOT_OFFERED' || behind || before?.seen.includes(member);",
    replace: "reason !== 'MODULE_NOT_OFFERED';",
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'a cursor tells what was missed behind it too',
    file: SCROLL,
    find: 'return [endsBefore ? each : { ...each, range: { from, to: position } }];',
    replace: 'return [endsBefore ? each : each];',
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'a cursor at the start of a missed range declares it',
    file: SCROLL,
    find: 'if (from && compare(from, position) >= 0) return [];',
    replace: '',
    caughtBy: SCROLL_TEST,
  },
  {
    name: 'the coverage of a page forgets the pages before',
    file: SCROLL,
    find: '[...notOffering, ...missing]);',
    replace: '[...notOffering, ...missing.slice(missing.length)]);',
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'who was seen on earlier pages is forgotten',
    file: CONNECTION,
    find: '[...(before?.seen ?? []), ...membersGiven(given)]',
    replace: '[...membersGiven(given)]',
    caughtBy: ['test/gateway/members/merged-fields.test.ts'],
  },
  {
    name: 'a missed range ends with the list and not with the page',
    file: CONNECTION,
    find: 'const end = page.hasNextPage ? (page.winners.at(-1)?.position ?? null) : null;',
    replace: 'const end = null;',
    caughtBy: HISTORIES_TEST,
  },
  {
    name: 'pages begin anew whatever the cursor',
    file: 'gateway/members/instance.ts',
    find: "after: place.kind === 'behind' ? place.place.position : undefined,",
    replace: "after: place.kind === 'behind' ? undefined : undefined,",
    caughtBy: ['test/gateway/members/merged-fields.test.ts'],
  },
  {
    name: 'a liar is shown and named as answering',
    file: MEMBER_PAGE,
    find: 'return { given: broken(parts, member, checked.says), errors: [] };',
    replace: 'return { given, errors };',
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'a total is exact though a member is missing',
    file: CONNECTION,
    find: 'const isWhole = complete && totals.length === pages.length;',
    replace: 'const isWhole = (complete || true) && totals.length === pages.length;',
    caughtBy: CONTINENTAL_TEST,
  },
  {
    name: 'a total of counts of which one is a bound is exact',
    file: CONNECTION,
    find: "totals.every((each) => each.precision === 'EXACT')",
    replace: "totals.some((each) => each.precision === 'EXACT')",
    caughtBy: ['test/gateway/members/merged-fields.test.ts'],
  },
] as const satisfies readonly Mutant[];
