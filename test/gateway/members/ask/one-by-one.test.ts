import { expect, test } from '@jest/globals';
import { limitsAtOnce } from '../../../../gateway/members/ask/bulkhead.ts';
import { heedsRetryAfter, openWaits } from '../../../../gateway/members/ask/heeds-retry-after.ts';
import { type Ask, type Outcome, silence } from '../../../../gateway/members/ask/outcome.ts';
import { retriesOnce } from '../../../../gateway/members/ask/retries-once.ts';
import { withinDeadline } from '../../../../gateway/members/ask/within-deadline.ts';
import { callingWithin } from '../../../../gateway/members/index.ts';
import type { MemberCode } from '../../../../schema/index.ts';
import { openVirtualClock } from '../../../virtual-clock.ts';

const MEMBER = { code: 'MA' as MemberCode, url: 'http://127.0.0.1:1/graphql' };
const QUESTION = { query: '{ a }' };
const ANSWERED: Outcome = { answer: { kind: 'answered', data: {}, errors: [] } };
const calling = callingWithin('public', 60_000);
const through = (ask: Ask, within = calling) => ask(MEMBER, QUESTION, within);

/** Answers when it is told to. */
function openLater() {
  const waiting: ((outcome: Outcome) => void)[] = [];
  const ask: Ask = () => new Promise((resolve) => waiting.push(resolve));
  return { ask, waiting };
}
const settled = () => new Promise(setImmediate);

test('so many are asked at once, so many wait in order, and who is beyond is told', async () => {
  const { ask, waiting } = openLater();
  const limited = limitsAtOnce({ connectionsMax: 2, waitingAsksMax: 1 })(ask);
  const first = [through(limited), through(limited), through(limited)];
  await settled();
  expect(waiting).toHaveLength(2);
  expect(await through(limited)).toEqual({
    answer: {
      kind: 'silent',
      reason: 'UNREACHABLE',
      says: 'MA was not asked: it is asked too much at once (2 questions run, 1 wait).',
      unasked: true,
    },
  });
  waiting[0]?.(ANSWERED);
  await settled();
  expect(waiting).toHaveLength(3);
  for (const answers of waiting) answers(ANSWERED);
  expect(await Promise.all(first)).toEqual([ANSWERED, ANSWERED, ANSWERED]);
});

test('a place is free again when its question has been answered, and nobody waited', async () => {
  const { ask, waiting } = openLater();
  const limited = limitsAtOnce({ connectionsMax: 1, waitingAsksMax: 0 })(ask);
  const first = through(limited);
  waiting[0]?.(ANSWERED);
  await first;
  const second = through(limited);
  waiting[1]?.(ANSWERED);
  expect(await second).toEqual(ANSWERED);
});

test('who waits for a place does so until its deadline, and leaves the place to the next', async () => {
  const clock = openVirtualClock();
  const { ask, waiting } = openLater();
  const limited = limitsAtOnce({ connectionsMax: 1, waitingAsksMax: 2 })(ask);
  const running = through(limited);
  const late = through(limited, callingWithin('public', 100, clock));
  const next = through(limited);
  await clock.advance(100);
  expect((await late).answer).toEqual({
    kind: 'silent',
    reason: 'TIMEOUT',
    says: 'MA was not asked: the deadline passed while 1 earlier questions to it ran.',
    unasked: true,
  });
  waiting[0]?.(ANSWERED);
  await settled();
  waiting[1]?.(ANSWERED);
  expect(await Promise.all([running, next])).toEqual([ANSWERED, ANSWERED]);
});

test('one member that is asked too much takes no place of another', async () => {
  const { ask, waiting } = openLater();
  const limited = limitsAtOnce({ connectionsMax: 1, waitingAsksMax: 1 })(ask);
  void through(limited);
  void limited({ ...MEMBER, code: 'ZM' as MemberCode }, QUESTION, calling);
  await settled();
  expect(waiting).toHaveLength(2);
});

test.each([
  [5_000, 5_000],
  [3_600_000, 60_000],
])('a member that wishes not to be asked for %i ms is not for %i', async (wished, kept) => {
  const clock = openVirtualClock();
  let asked = 0;
  const busy: Ask = () => {
    asked += 1;
    return Promise.resolve({ ...silence('UNREACHABLE', 'Busy.'), retryAfterMs: wished });
  };
  const heeding = heedsRetryAfter(openWaits({ retryAfterMsMax: 60_000 }, clock))(busy);
  await through(heeding);
  await clock.advance(kept - 1);
  expect((await through(heeding)).answer).toEqual({
    kind: 'silent',
    reason: 'UNREACHABLE',
    says: 'MA was not asked: it wishes not to be for another 1 s (Retry-After).',
    unasked: true,
  });
  expect(asked).toBe(1);
  await clock.advance(1);
  await through(heeding);
  expect(asked).toBe(2);
});

test('an ask ends with its deadline, even where what it waits for does not', async () => {
  const clock = openVirtualClock();
  const pending = through(withinDeadline(openLater().ask), callingWithin('public', 700, clock));
  await clock.advance(700);
  expect(await pending).toEqual(silence('TIMEOUT', 'MA did not answer before the deadline.'));
  expect(clock.waiting()).toBe(0);
});

test('what is over before it begins is not asked', async () => {
  const clock = openVirtualClock();
  const within = callingWithin('public', 10, clock);
  await clock.advance(10);
  const { ask, waiting } = openLater();
  expect((await through(withinDeadline(ask), within)).answer).toMatchObject({
    reason: 'TIMEOUT',
    unasked: true,
  });
  expect(waiting).toEqual([]);
});

test('only a kept socket that was closed under us is worth a second try, and only one', async () => {
  const tired: Outcome = { ...silence('UNREACHABLE', 'Closed.'), wasTired: true };
  const away = silence('UNREACHABLE', 'Closed.');
  const always =
    (outcome: Outcome): Ask =>
    () =>
      Promise.resolve(outcome);
  const tried = (first: Outcome, second: Outcome) =>
    through(retriesOnce(always(second))(always(first)));
  expect(await tried(tired, ANSWERED)).toBe(ANSWERED);
  expect(await tried(tired, away)).toBe(away);
  expect(await tried(away, ANSWERED)).toBe(away);
});
