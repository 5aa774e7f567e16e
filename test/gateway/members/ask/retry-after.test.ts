import { expect, test } from '@jest/globals';
import { faultInHead } from '../../../../gateway/members/ask/fault-in-head.ts';
import type { MemberCode } from '../../../../schema/index.ts';

const MEMBER = { code: 'MA' as MemberCode, url: 'http://127.0.0.1:1/graphql' };
const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;
const at = (ms: number) => new Date(Date.now() + ms).toUTCString();

const wishIn = (status: number, headers: Readonly<Record<string, string>>) =>
  faultInHead(MEMBER, { status, headers }, { answerBytesMax: 1_000 })?.retryAfterMs;

test.each([
  ['seconds', { 'retry-after': '7' }, 7 * SECOND_MS],
  ['seconds, whatever its clock shows', { 'retry-after': '7', date: at(HOUR_MS) }, 7 * SECOND_MS],
  [
    'a date by a clock an hour ahead',
    { 'retry-after': at(HOUR_MS + 9_000), date: at(HOUR_MS) },
    9_000,
  ],
  [
    'a date by a clock an hour behind',
    { 'retry-after': at(9_000 - HOUR_MS), date: at(-HOUR_MS) },
    9_000,
  ],
  ['a date that is over by its own clock', { 'retry-after': at(0), date: at(9_000) }, undefined],
  ['a date that is over, by ours where it tells none', { 'retry-after': at(-HOUR_MS) }, undefined],
  ['no date and no number', { 'retry-after': 'soon', date: at(0) }, undefined],
  ['less than nothing', { 'retry-after': '-5' }, undefined],
])('how long a member wishes not to be asked: %s', (_, headers, ms) => {
  for (const status of [429, 503]) expect(wishIn(status, headers)).toBe(ms);
  for (const status of [404, 500]) expect(wishIn(status, headers)).toBeUndefined();
});

test('a member that tells no date of its own is believed by our clock', () => {
  const wish = wishIn(503, { 'retry-after': at(HOUR_MS), date: 'no date' }) ?? 0;
  expect(Math.abs(wish - HOUR_MS)).toBeLessThanOrEqual(2 * SECOND_MS);
});
