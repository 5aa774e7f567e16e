import { expect, test } from '@jest/globals';
import { exponentOf } from '../../bench/growth/curve.ts';
import { plotOf } from '../../bench/growth/plot.ts';
import { codesOf } from '../../bench/programs/states.ts';

const curve = (cost: (size: number) => number) => ({
  of: 'members',
  points: [5, 18, 54, 162].map((size) => ({ size, cpuMs: cost(size) })),
});

test('what grows with its size has the power 1, beside a fixed part less, and with pairs 2', () => {
  expect(exponentOf(curve((size) => 0.3 * size))).toBeCloseTo(1);
  expect(exponentOf(curve((size) => 9 + 0.1 * size))).toBeCloseTo(0.39, 2);
  expect(exponentOf(curve((size) => size * size))).toBeCloseTo(2);
  expect(exponentOf(curve(() => 4))).toBeCloseTo(0);
});

test('two points make no curve', () => {
  const two = { of: 'rows', points: [1, 2].map((size) => ({ size, cpuMs: size })) };
  expect(() => exponentOf(two)).toThrow('Expected three points of rows or more, got 2.');
});

const within = (text: string, pattern: RegExp): readonly number[] =>
  [...text.matchAll(pattern)].map(([, number]) => Number(number));

test('a plot has a panel for each curve, with its points inside it', () => {
  const steep = curve((size) => size * size * size);
  const svg = plotOf([curve((size) => 2 + size), steep, curve(() => 1)]);
  expect(svg.match(/<g /g)).toHaveLength(3);
  expect(svg.match(/<circle /g)).toHaveLength(12);
  expect(svg).toContain('>CPU ms a request against members: grows by the power 3.00</text>');
  expect(svg).toContain('viewBox="0 0 720 480"');
  const insides = (name: string, most: number) =>
    within(svg, new RegExp(` ${name}="([-\\d.]+)"`, 'g')).every((at) => at > 0 && at < most);
  expect([insides('cx', 360), insides('cy', 240)]).toEqual([true, true]);
});

test('a hundred members more than there are states have codes of states, each its own', () => {
  const codes = codesOf(162);
  expect(codes.slice(0, 2)).toEqual(['AO', 'BF']);
  expect(new Set(codes).size).toBe(162);
  expect(codes.every((each) => /^[A-Z]{2}$/.test(each))).toBe(true);
});
