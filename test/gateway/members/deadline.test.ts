import { expect, test } from '@jest/globals';
import {
  CLIENT_GONE,
  callingWithin,
  DEADLINE_PASSED,
  isFairWait,
  openCalling,
  REQUEST_ANSWERED,
  withShare,
} from '../../../gateway/members/index.ts';
import { openVirtualClock } from '../../virtual-clock.ts';

test('a hop that another follows gets its share of the time that is left', () => {
  const began = performance.now();
  const calling = callingWithin('public', 10_000);
  const share = withShare(calling, 0.6);
  const leftMs = (share.endsAt ?? 0) - began;
  expect(leftMs).toBeGreaterThan(5_900);
  expect(leftMs).toBeLessThan(6_100);
  const ofTheRest = withShare(share, 0.6);
  expect((ofTheRest.endsAt ?? 0) - began).toBeLessThan(3_700);
});

test('a share ends at its own time, and the rest is there for the next hop', async () => {
  const calling = callingWithin('public', 10_000);
  const { signal } = withShare(calling, 0.005);
  await new Promise((ends) => signal.addEventListener('abort', ends));
  expect(calling.signal.aborted).toBe(false);
});

test('when the time is over, a share is over too', () => {
  const over = { ...callingWithin('public', 10_000), endsAt: performance.now() - 1 };
  expect((withShare(over, 0.6).endsAt ?? 0) <= performance.now()).toBe(true);
});

test('who set no end has all the time of its signal', () => {
  const calling = { viewer: 'public', signal: AbortSignal.timeout(10_000) } as const;
  expect(withShare(calling, 0.6)).toBe(calling);
});

test('a request ends at its deadline, exactly', async () => {
  const clock = openVirtualClock();
  const { signal } = openCalling('public', 1_000, clock).calling;
  await clock.advance(999);
  expect(signal.aborted).toBe(false);
  await clock.advance(1);
  expect(signal.reason).toBe(DEADLINE_PASSED);
});

test('with its answer a request ends, and its shares with it: nothing waits on', () => {
  const clock = openVirtualClock();
  const { calling, end } = openCalling('public', 1_000, clock);
  const share = withShare(calling, 0.6);
  expect(clock.waiting()).toBe(2);
  end(REQUEST_ANSWERED);
  expect(share.signal.reason).toBe(REQUEST_ANSWERED);
  expect(clock.waiting()).toBe(0);
});

test('when its client has left, whatever begins then is over at once', () => {
  const { calling, end } = openCalling('public', 1_000, openVirtualClock());
  end(CLIENT_GONE);
  expect(withShare(calling, 0.6).signal.reason).toBe(CLIENT_GONE);
});

test.each([
  ['a member that was waited for half a second', DEADLINE_PASSED, 500, true],
  ['a member that a hurried client did not wait for', DEADLINE_PASSED, 499, false],
  ['a member whose client has left', CLIENT_GONE, 5_000, false],
])('the silence of %s tells of it: %#', (_, why, waitedMs, tells) => {
  const { calling, end } = openCalling('public', 60_000);
  end(why);
  expect(isFairWait(calling, waitedMs)).toBe(tells);
});
