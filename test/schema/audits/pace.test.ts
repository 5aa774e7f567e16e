import { expect, test } from '@jest/globals';
import { paceOf } from '../../../schema/audits/pace.ts';

/** A clock that is where the last sleeper wants it. */
function jumpingClock() {
  let now = 0;
  return {
    now: () => now,
    sleep: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
  };
}

test('no second sees more requests than the rate, wherever it begins', async () => {
  const clock = jumpingClock();
  const pace = paceOf(5, clock);
  const sent: number[] = [];
  await Promise.all(Array.from({ length: 23 }, () => pace(async () => sent.push(clock.now()))));
  expect(sent).toHaveLength(23);
  const inTheSecondOf = (start: number) =>
    sent.filter((at) => at >= start && at < start + 1_000).length;
  expect(Math.max(...sent.map(inTheSecondOf))).toBe(5);
  expect(sent.at(-1)).toBe(4_000);
});

test('at most four requests run at once, and one that fails gives its place away', async () => {
  const pace = paceOf(1_000);
  let running = 0;
  let most = 0;
  const request = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((ends) => setTimeout(ends, 2));
    running -= 1;
    throw new Error('no');
  };
  const ended = await Promise.allSettled(Array.from({ length: 12 }, () => pace(request)));
  expect([most, ended.every(({ status }) => status === 'rejected')]).toEqual([4, true]);
});

test('what is answered without asking takes no turn', async () => {
  const clock = jumpingClock();
  const pace = paceOf(5, clock);
  const requests = Array.from({ length: 100 }, () =>
    pace(
      async () => 'asked',
      () => 'not asked',
    ),
  );
  expect(new Set(await Promise.all(requests))).toEqual(new Set(['not asked']));
  expect(clock.now()).toBe(0);
});
