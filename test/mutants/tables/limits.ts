import type { Mutant } from '../mutant.ts';

const DEADLINE = 'gateway/members/deadline.ts';
const FOLLOWED = 'gateway/engine/followed-hops.ts';
const PAGES = 'gateway/limits/check-page-sizes.ts';
const DEADLINE_TEST = ['test/gateway/members/deadline.test.ts'];
const FOLLOWED_TEST = ['test/gateway/engine/followed-hops.test.ts'];
const PAGES_TEST = ['test/gateway/limits/check-page-sizes.test.ts'];

/** Faults of limits and time: one more than may be, or a second hop that the first has left nothing. */
export const LIMITS = [
  {
    name: 'a page may have one row too many',
    file: PAGES,
    find: 'first <= LIMITS.pageRowsMax;',
    replace: 'first <= LIMITS.pageRowsMax + 1;',
    caughtBy: PAGES_TEST,
  },
  {
    name: 'the largest page is refused',
    file: PAGES,
    find: 'first <= LIMITS.pageRowsMax;',
    replace: 'first < LIMITS.pageRowsMax;',
    caughtBy: PAGES_TEST,
  },
  {
    name: 'a page without rows is let through',
    file: PAGES,
    find: 'first >= LIMITS.pageRowsMin &&',
    replace: 'first >= LIMITS.pageRowsMin - 1 &&',
    caughtBy: PAGES_TEST,
  },
  {
    name: 'a hop that another follows takes all the time',
    file: DEADLINE,
    find: 'Math.floor(leftMs * share)',
    replace: 'Math.floor(leftMs * (share || 1) / (share || 1))',
    caughtBy: DEADLINE_TEST,
  },
  {
    name: 'a share goes on when the whole is over',
    file: DEADLINE,
    find: 'whenEnded(signal, () => end(signal.reason));',
    replace: 'if (signal.aborted) end(signal.reason);',
    caughtBy: DEADLINE_TEST,
  },
  {
    name: 'a request that is answered leaves its timer behind',
    file: DEADLINE,
    find: '      forget();\n',
    replace: '',
    caughtBy: DEADLINE_TEST,
  },
  {
    name: 'a client that leaves makes its members silent',
    file: DEADLINE,
    find: 'signal.reason !== CLIENT_GONE && waitedMs',
    replace: 'waitedMs',
    caughtBy: DEADLINE_TEST,
  },
  {
    name: 'no hop is followed',
    file: FOLLOWED,
    find: 'hopsIn(node, isFollowed || nodes.slice(place + 1).some(asksSomebody)),',
    replace: 'hopsIn(node, isFollowed && nodes.slice(place + 1).some(asksSomebody)),',
    caughtBy: FOLLOWED_TEST,
  },
  {
    name: 'the last hop is followed',
    file: FOLLOWED,
    find: 'nodes.slice(place + 1)',
    replace: 'nodes.slice(place)',
    caughtBy: FOLLOWED_TEST,
  },
  {
    name: 'references made from ids are waited for',
    file: FOLLOWED,
    find: "!service.startsWith('links_');",
    replace: "service !== 'links_';",
    caughtBy: FOLLOWED_TEST,
  },
] as const satisfies readonly Mutant[];
