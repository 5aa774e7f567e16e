import type { Mutant } from '../mutant.ts';

const BREAKER = 'gateway/members/ask/breaker.ts';
const HEAD = 'gateway/members/ask/fault-in-head.ts';
const DEADLINE = 'gateway/members/ask/within-deadline.ts';
const PARSE = 'gateway/members/ask/parse-answer.ts';
const BREAKER_TEST = ['test/gateway/members/ask/breaker-trials.test.ts'];
const SENDING_TEST = ['test/gateway/members/ask/send-over-http.test.ts'];

/** Faults of asking over the wire: a member spared for ever or never, an answer read that is none. */
export const ASKING = [
  {
    name: 'a breaker never closes',
    file: BREAKER,
    find: "if (verdict.kind === 'ANSWERED') return CLOSED;",
    replace: "if (verdict.kind === 'ANSWERED') return before;",
    caughtBy: BREAKER_TEST,
  },
  {
    name: 'a breaker opens one silence late',
    file: BREAKER,
    find: 'failed.failures < ended.limits.breakerFailuresMax',
    replace: 'failed.failures <= ended.limits.breakerFailuresMax',
    caughtBy: BREAKER_TEST,
  },
  {
    name: 'two trials run at once',
    file: BREAKER,
    find: '(trial === null && clock.nowMs() >= untilMs)',
    replace: '(trial !== undefined && clock.nowMs() >= untilMs)',
    caughtBy: BREAKER_TEST,
  },
  {
    name: 'a member is spared no longer after a trial that failed',
    file: BREAKER,
    find: 'failed.openMs * 2',
    replace: 'failed.openMs',
    caughtBy: BREAKER_TEST,
  },
  {
    name: 'a page for people is read as an answer',
    file: HEAD,
    find: 'if (!TYPE.test(type))',
    replace: "if (TYPE.test(type) && type === '')",
    caughtBy: SENDING_TEST,
  },
  {
    name: 'a compressed answer is read',
    file: HEAD,
    find: "if (encoding !== 'identity')",
    replace: "if (encoding === 'none')",
    caughtBy: SENDING_TEST,
  },
  {
    name: 'an answer that says that it is too long is read',
    file: HEAD,
    find: '<= answerBytesMax) return undefined;',
    replace: '<= 2 * answerBytesMax + 17) return undefined;',
    caughtBy: SENDING_TEST,
  },
  {
    name: 'a mark of byte order is dropped unseen',
    file: PARSE,
    find: 'if (first === 0xef && second === 0xbb && third === 0xbf)',
    replace: 'if (first === 0xef && second === 0xbb && third === 0x00)',
    caughtBy: SENDING_TEST,
  },
  {
    name: 'numbers that lose digits are read',
    file: PARSE,
    find: 'if (fault !== undefined) return broken(fault);',
    replace: '',
    caughtBy: SENDING_TEST,
  },
  {
    name: 'the deadline ends nothing',
    file: DEADLINE,
    find: 'const forget = whenEnded(calling.signal, () =>',
    replace: 'const forget = ((_: () => void) => () => {})(() =>',
    caughtBy: ['test/gateway/members/ask/within-deadline.test.ts'],
  },
] as const satisfies readonly Mutant[];
