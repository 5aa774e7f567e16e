import { expect, test } from '@jest/globals';
import { byTypename } from '../../../../gateway/engine/execute/by-typename.ts';

test('what is made of a name is made once, until there were a thousand others', () => {
  const made: unknown[] = [];
  const named = byTypename((typename) => ({ typename, place: made.push(typename) }));
  expect(named('Mine')).toBe(named('Mine'));
  for (let other = 0; other < 999; other += 1) named(`T${other}`);
  expect([named('Mine').place, made.length]).toEqual([1, 1_000]);
  named('T999');
  expect([named('Mine').place, made.length]).toEqual([1_002, 1_002]);
});
