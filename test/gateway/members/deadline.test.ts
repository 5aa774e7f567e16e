import { expect, test } from '@jest/globals';
import { callingWithin, withShare } from '../../../gateway/members/index.ts';

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
