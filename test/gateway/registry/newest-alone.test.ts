import { expect, test } from '@jest/globals';
import { newestAlone } from '../../../gateway/registry/newest-alone.ts';

test('who asks while it runs shares one more run, which begins after their asking', async () => {
  const ends: (() => void)[] = [];
  let begun = 0;
  const run = newestAlone(async () => {
    begun += 1;
    const mine = begun;
    await new Promise<void>((end) => ends.push(end));
    return mine;
  });
  const first = run();
  const others = [run(), run(), run()];
  expect(begun).toBe(1);
  ends[0]?.();
  expect(await first).toBe(1);
  await new Promise(setImmediate);
  const late = run();
  expect(begun).toBe(2);
  ends[1]?.();
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
  await new Promise(setImmediate);
  ends[2]?.();
  expect(await late).toBe(3);
});

test('a run that fails keeps nobody else from theirs', async () => {
  let runs = 0;
  const run = newestAlone(() => {
    runs += 1;
    return runs === 1 ? Promise.reject(new Error('No.')) : Promise.resolve(runs);
  });
  const [first, second] = [run(), run()];
  await expect(first).rejects.toThrow('No.');
  expect(await second).toBe(2);
});
