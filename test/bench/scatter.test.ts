import { expect, test } from '@jest/globals';
import { playRound } from '../../bench/rounds.ts';
import { scatter } from '../../bench/scatter.ts';

test('the bench tells what a request costs, with the names that others read', async () => {
  const told: string[] = [];
  const results = await scatter({
    gateways: ['floor'],
    rowsEach: [2],
    pace: { warmUpMs: 50, roundMs: 200, rounds: 2, connections: 2 },
    cores: { kind: 'shared', why: 'this is a test' },
    profiles: null,
    tell: (line) => told.push(line),
  });
  expect(results).toEqual([
    {
      bench: 'scatter',
      gateway: 'floor',
      rowsEach: 2,
      clients: 'one each',
      cpuMsPerRequest: expect.any(Number),
      timesFloor: 1,
      rps: expect.any(Number),
      p50Ms: expect.any(Number),
      p99Ms: expect.any(Number),
      peakRssMb: expect.any(Number),
      loopDelayP99Ms: expect.any(Number),
      requests: expect.any(Number),
    },
  ]);
  const [first] = results;
  expect(Number(first?.cpuMsPerRequest)).toBeGreaterThan(0);
  expect(Number(first?.requests)).toBeGreaterThan(0);
  expect(told.map((line) => line.replace(/[\d.]+ ms/, 'N ms'))).toEqual([
    'floor starts; 54 members of 2 rows',
    'floor round 1: N ms of CPU',
    'floor round 2: N ms of CPU',
  ]);
});

test('a round in which an answer was wrong is not a measurement', async () => {
  const run = { requests: 9, failures: 1, elapsedMs: 100, p50Ms: 1, p99Ms: 2 };
  const says = (answer: unknown) => ({
    ask: () => Promise.resolve(answer),
    stop: () => Promise.resolve(),
    ended: new Promise<string>(() => {}),
    complaints: () => '',
  });
  const entrant = {
    ...says({ cpuMs: 1, peakRssMb: 1, loopDelayP99Ms: 0 }),
    name: 'stock',
    url: 'http://127.0.0.1:1/graphql',
    bodies: ['{}'],
    bytes: 2,
  } as const;
  await expect(playRound(entrant, says(run), { forMs: 1, connections: 1 })).rejects.toThrow(
    'Expected right answers of stock, got 1 others of 9.',
  );
});
