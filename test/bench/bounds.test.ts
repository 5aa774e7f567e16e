import { expect, test } from '@jest/globals';
import { verdictsOf } from '../../bench/bounds.ts';
import type { Result } from '../../bench/result.ts';

const bare = (gateway: Result['gateway'], figures: Partial<Result>): Result => ({
  bench: 'scatter',
  gateway,
  cpuMsPerRequest: 12,
  rps: 80,
  p50Ms: 600,
  p99Ms: 900,
  peakRssMb: 300,
  ...figures,
});
const result = (gateway: Result['gateway'], figures: Partial<Result>): Result => {
  const asked = { clients: 'the same', youngMb: 64, loopDelayP99Ms: 90 };
  return bare(gateway, { bench: 'four-subgraph', ...asked, ...figures });
};

const OURS = { cpuMsPerRequest: 1, p99Ms: 120, peakRssMb: 420, loopDelayP99Ms: 12 };
const told = (results: readonly Result[]) =>
  verdictsOf(results).map(({ bound, found, holds }) => `${bound}: ${found} ${holds}`);

test('ours is held against stock with as much room, and at its bounds they hold', () => {
  expect(told([result('zellige', OURS), result('stock', {})])).toEqual([
    "four-subgraph, clients the same, youngMb 64, CPU at most 1/12 of stock's: 0.0833 true",
    "four-subgraph, clients the same, youngMb 64, p99 at most stock's p50: 0.2 true",
    "four-subgraph, clients the same, youngMb 64, peak memory at most 1.4 times stock's: 1.4 true",
    'four-subgraph, clients the same, youngMb 64, event-loop delay p99 at most 20 ms: 12 true',
  ]);
});

test.each([
  ['cpuMsPerRequest', 1.01],
  ['p99Ms', 601],
  ['peakRssMb', 421],
  ['loopDelayP99Ms', 20.1],
])('beyond the bound of %s it is broken', (field, worse) => {
  const ours = result('zellige', { ...OURS, [field]: worse });
  const broken = verdictsOf([ours, result('stock', {})]).filter(({ holds }) => !holds);
  expect(broken).toHaveLength(1);
});

test('where nothing can be shared, a sixth is enough', () => {
  const alone = { clients: 'one each' };
  const ours = result('zellige', { ...OURS, ...alone, cpuMsPerRequest: 2 });
  const [cpu] = told([ours, result('stock', alone)]);
  expect(cpu).toBe(
    "four-subgraph, clients one each, youngMb 64, CPU at most 1/6 of stock's: 0.167 true",
  );
});

test('without stock, only what needs none is judged, and of others nothing', () => {
  const other = result('stock', { youngMb: 'default' });
  expect(told([result('zellige', OURS), other, result('hive', {})])).toEqual([
    'four-subgraph, clients the same, youngMb 64, event-loop delay p99 at most 20 ms: 12 true',
  ]);
});

test('a trick that saves less than three per cent is told', () => {
  const tricks = { bench: 'tricks', clients: 'one each' };
  const results = [
    bare('zellige', { ...tricks, without: 'nothing', savesPercent: null }),
    bare('zellige', { ...tricks, without: 'a cache', savesPercent: 3 }),
    bare('zellige', { ...tricks, without: 'a guess', savesPercent: 2.9 }),
  ];
  expect(told(results)).toEqual([
    'tricks, clients one each, without a cache, saves at least 3 % of CPU: 3 true',
    'tricks, clients one each, without a guess, saves at least 3 % of CPU: 2.9 false',
  ]);
});

test('a scatter is held to its floor, and a growth by its largest size', () => {
  const growth = { bench: 'growth', of: 'rows' };
  const results = [
    bare('zellige', { rowsEach: 10, timesFloor: 1.31 }),
    bare('zellige', { ...growth, size: 500, power: null }),
    bare('zellige', { ...growth, size: 1_000, power: 1.02 }),
  ];
  expect(told(results)).toEqual([
    "scatter, rowsEach 10, CPU at most 1.3 times the floor's: 1.31 false",
    'growth, of rows, size 1000, CPU grows by a power of at most 1.1: 1.02 true',
  ]);
});
