import { expect, test } from '@jest/globals';
import { readable } from '../../bench/report.ts';
import { median, rounded } from '../../bench/result.ts';

test('the median is the middle of the rounds, or half way between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 6])).toBe(5.5);
  expect(median([7])).toBe(7);
});

test('a figure keeps three digits', () => {
  expect([4.8571, 48.571, 1234.5, 0].map(rounded)).toEqual([4.86, 48.6, 1230, 0]);
});

test('a report is a table and says where and when it was measured', () => {
  const machine = {
    cpu: 'A processor',
    processors: 2,
    memoryGb: 8,
    platform: 'linux x64',
    measuredProcessAlone: true,
  };
  const result = {
    bench: 'scatter',
    gateway: 'floor',
    cpuMsPerRequest: 4.85,
    rps: null,
    p50Ms: null,
    p99Ms: null,
    peakRssMb: 229,
  } as const;
  const at = '2026-11-24T07:00:00.000Z';
  const report = { results: [result], machine, versions: { node: '20.20.2' }, at };
  const verdicts = [
    { bound: 'a bound', found: '1.2', holds: true },
    { bound: 'another', found: '3', holds: false },
  ];
  expect(readable({ ...report, verdicts })).toBe(
    [
      '| bench   | gateway | cpuMsPerRequest | rps | p50Ms | p99Ms | peakRssMb |',
      '|---------|---------|-----------------|-----|-------|-------|-----------|',
      '| scatter | floor   | 4.85            | -   | -     | -     | 229       |',
      '',
      'holds   a bound: 1.2',
      'BROKEN  another: 3',
      '',
      'A processor, 2 processors, 8 GB, linux x64; under load the measured process alone on one of them. node 20.20.2. 2026-11-24T07:00:00.000Z.',
      '',
    ].join('\n'),
  );
});
