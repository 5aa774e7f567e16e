import type { Mutant } from '../mutant.ts';

const BULKHEAD = 'gateway/members/ask/bulkhead.ts';
const RETRY_AFTER = 'gateway/members/ask/heeds-retry-after.ts';
const PUBLIC = 'gateway/members/ask/public-address.ts';
const ALLOWED = 'gateway/members/ask/allowed-address.ts';
const RETRIES = 'gateway/members/ask/retries-once.ts';
const COST = 'gateway/limits/cost/cost-of.ts';
const BEFORE = 'gateway/members/from-before.ts';
const TELLS = 'gateway/tells-coverage.ts';
const ONE_BY_ONE = ['test/gateway/members/ask/one-by-one.test.ts'];
const ADDRESSES = ['test/gateway/members/ask/addresses.test.ts'];
const COST_TEST = ['test/gateway/limits/cost/cost-of.test.ts'];
const BEFORE_TEST = ['test/gateway/members/from-before.test.ts'];
const FAIL_TEST = ['test/journeys/fail-or-partial.test.ts'];

/** Faults of what stands around an ask and around a request: too many at once, an address inside, a cost uncounted, a failure that is partial. */
export const GUARDS = [
  {
    name: 'one more than may be is asked at once',
    file: BULKHEAD,
    find: 'place.running < connectionsMax',
    replace: 'place.running <= connectionsMax',
    caughtBy: ONE_BY_ONE,
  },
  {
    name: 'a place is never given back',
    file: BULKHEAD,
    find: 'else place.running -= 1;',
    replace: '',
    caughtBy: ONE_BY_ONE,
  },
  {
    name: 'all members share their places',
    file: BULKHEAD,
    find: 'places.set(member.code, place);',
    replace:
      'for (const code of [member.code, "MA", "CD", "ZM"]) places.set(code as typeof member.code, place);',
    caughtBy: ONE_BY_ONE,
  },
  {
    name: 'a wish not to be asked is not heeded',
    file: RETRY_AFTER,
    find: 'if (leftMs > 0)',
    replace: 'if (leftMs < 0)',
    caughtBy: ONE_BY_ONE,
  },
  {
    name: 'a member may wish never to be asked again',
    file: RETRY_AFTER,
    find: 'Math.min(ms, retryAfterMsMax)',
    replace: 'Math.max(ms, retryAfterMsMax)',
    caughtBy: ONE_BY_ONE,
  },
  {
    name: 'every failure is worth a second try',
    file: RETRIES,
    find: 'first.wasTired &&',
    replace: "(first.wasTired || first.answer.kind === 'silent') &&",
    caughtBy: ONE_BY_ONE,
  },
  {
    name: 'loopback in the clothes of version 6 is public',
    file: PUBLIC,
    find: 'return isGiven && parsed.range()',
    replace: 'return (isGiven || parsed.kind() === "ipv6") && parsed.range()',
    caughtBy: ADDRESSES,
  },
  {
    name: 'a private address is public',
    file: PUBLIC,
    find: "parsed.range() === 'unicast'",
    replace: "['unicast', 'private'].includes(parsed.range())",
    caughtBy: ADDRESSES,
  },
  {
    name: 'an address with a password is asked',
    file: ALLOWED,
    find: "if (username !== '' || password !== '') return false;",
    replace: '',
    caughtBy: ADDRESSES,
  },
  {
    name: 'a member outside may speak without TLS',
    file: ALLOWED,
    find: "return protocol === 'https:' &&",
    replace: "return protocol !== 'file:' &&",
    caughtBy: ADDRESSES,
  },
  {
    name: 'what an address was once is what it is',
    file: 'gateway/members/ask/connector.ts',
    find: 'allowsPrivate || isPublicAddress(address)',
    replace: 'allowsPrivate || isPublicAddress(address) || address.length < 40',
    caughtBy: ADDRESSES,
  },
  {
    name: 'a page costs as one row',
    file: COST,
    find: "return typeof first === 'number' ? first : PAGE.default;",
    replace: "return typeof first === 'number' ? 1 : PAGE.default;",
    caughtBy: COST_TEST,
  },
  {
    name: 'a list costs as if one member were asked',
    file: COST,
    find: 'const cost = asked * WEIGHTS.ask',
    replace: 'const cost = WEIGHTS.ask',
    caughtBy: COST_TEST,
  },
  {
    name: 'what is too dear is let through',
    file: 'gateway/limits/check-cost.ts',
    find: 'if (cost > costMax)',
    replace: 'if (cost > costMax * 2)',
    caughtBy: COST_TEST,
  },
  {
    name: 'requests to members are not counted',
    file: 'gateway/limits/check-cost.ts',
    find: 'if (requests > LIMITS.memberRequestsMax)',
    replace: 'if (requests > LIMITS.memberRequestsMax * 2)',
    caughtBy: COST_TEST,
  },
  {
    name: 'a stale name is told as fresh',
    file: BEFORE,
    find: 'if (oldest !== undefined)\n',
    replace: "if (oldest === '')\n",
    caughtBy: BEFORE_TEST,
  },
  {
    name: 'what was withdrawn is given again',
    file: BEFORE,
    find: "each.extensions.reason !== 'WITHDRAWN' &&",
    replace: '',
    caughtBy: BEFORE_TEST,
  },
  {
    name: 'what one viewer was told another is given',
    file: BEFORE,
    find: 'hashOf([calling.viewer, query, others])',
    replace: 'hashOf([query, others])',
    caughtBy: BEFORE_TEST,
  },
  {
    name: 'who asks to fail gets a part',
    file: TELLS,
    find: 'return asksToFail(context) && coverage.missing.length > 0 ? failed(told) : told;',
    replace: 'return told;',
    caughtBy: FAIL_TEST,
  },
  {
    name: 'what fails still shows its rows',
    file: TELLS,
    find: 'data: null, errors',
    replace: 'errors',
    caughtBy: FAIL_TEST,
  },
] satisfies readonly Mutant[];
