import { expect, test } from '@jest/globals';
import { toldOnce } from '../../../gateway/members/told-once.ts';
import { openVirtualClock } from '../../virtual-clock.ts';

function telling() {
  const told: string[] = [];
  const clock = openVirtualClock();
  const tell = toldOnce((member, says) => void told.push(`${member}: ${says}`), clock);
  return { clock, told, tell };
}

test('what a member does wrong a thousand times is told once, and a minute later how often it was', async () => {
  const { clock, told, tell } = telling();
  for (let place = 0; place < 1_000; place += 1) tell('MA', 'MA gave two rows.');
  expect(told).toEqual(['MA: MA gave two rows.']);
  await clock.advance(59_999);
  expect(told).toHaveLength(1);
  await clock.advance(1);
  expect(told.slice(1)).toEqual(['MA: MA gave two rows. So 1000 times within a minute.']);
  tell('MA', 'MA gave two rows.');
  expect(told.slice(2)).toEqual(['MA: MA gave two rows.']);
});

test('each member has its own sentences, and what was said once is not summed up', async () => {
  const { clock, told, tell } = telling();
  tell('MA', 'No.');
  tell('CD', 'No.');
  tell('CD', 'Nor that.');
  expect(told).toEqual(['MA: No.', 'CD: No.', 'CD: Nor that.']);
  await clock.advance(60_000);
  expect(told).toHaveLength(3);
  expect(clock.waiting()).toBe(0);
});

test('a member that finds ever new ways is told of fifty a minute, and of how many more', async () => {
  const { clock, told, tell } = telling();
  for (let place = 0; place < 70; place += 1) tell('MA', `MA gave row ${place}.`);
  expect(told).toHaveLength(50);
  await clock.advance(60_000);
  expect(told.slice(50)).toEqual([
    'MA: MA broke the contract in 20 other answers within a minute.',
  ]);
});
