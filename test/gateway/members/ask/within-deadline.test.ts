import { expect, test } from '@jest/globals';
import { withinDeadline } from '../../../../gateway/members/ask/within-deadline.ts';
import type { MemberCode } from '../../../../schema/index.ts';

const MEMBER = { code: 'MA' as MemberCode, url: 'http://127.0.0.1:1/graphql' };

test('an ask ends with its request, though what it asked goes on', async () => {
  const ending = new AbortController();
  const ask = withinDeadline(() => new Promise(() => undefined));
  const outcome = ask(MEMBER, { query: '{ a }' }, { viewer: 'public', signal: ending.signal });
  ending.abort();
  const never = new Promise((resolve) => setTimeout(() => resolve('never'), 1_000).unref());
  expect(await Promise.race([outcome, never])).toEqual({
    answer: { kind: 'silent', reason: 'TIMEOUT', says: 'MA did not answer before the deadline.' },
  });
});
