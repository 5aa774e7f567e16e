import { expect, test } from '@jest/globals';
import { isWithin, oneHopMsMax, p99Of, twoHopsMsMax } from '../../bench/faults/lateness.ts';

test('an answer of one hop has its deadline, one of two what the first may take and the second takes', () => {
  expect(oneHopMsMax).toBe(1_050);
  expect(twoHopsMsMax(40)).toBe(690);
  expect([isWithin(oneHopMsMax, 1_050), isWithin(oneHopMsMax, 1_051)]).toEqual(['yes', 'no']);
});

test('of a hundred the 99th counts, of few the last', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(p99Of(hundred)).toBe(99);
  expect(p99Of([3, 9, 1])).toBe(9);
});
