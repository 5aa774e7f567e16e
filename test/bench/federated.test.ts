import { expect, test } from '@jest/globals';
import { race } from '../../bench/federated/race.ts';
import { resultsOf } from '../../bench/federated/results.ts';

const racer = (name: 'stock' | 'hive', youngMb: number | null, isAskedAlone: boolean) => ({
  name,
  entry: { name, youngMb },
  isAskedAlone,
  url: 'http://127.0.0.1:1/graphql',
  bodies: ['{}'],
  bytes: 2,
  ask: () => Promise.resolve(null),
  stop: () => Promise.resolve(),
  ended: new Promise<string>(() => {}),
  complaints: () => '',
});
const round = (cpuMsPerRequest: number) => ({
  cpuMsPerRequest,
  rps: 100,
  p50Ms: 10,
  p99Ms: 20,
  peakRssMb: 300.4,
  loopDelayP99Ms: 5,
  busy: 0.9,
  requests: 7,
});

test('each is held against stock with as much room, asked alike', () => {
  const results = resultsOf(
    'four-subgraph',
    new Map([
      [racer('stock', null, false), [round(16), round(15), round(20)]],
      [racer('stock', 64, false), [round(8)]],
      [racer('hive', null, false), [round(4)]],
      [racer('hive', 64, false), [round(4)]],
      [racer('hive', 64, true), [round(4)]],
    ]),
  );
  expect(results.map(({ gateway, ofStock }) => [gateway, ofStock])).toEqual([
    ['stock', 1],
    ['stock', 1],
    ['hive', 0.25],
    ['hive', 0.5],
    ['hive', null],
  ]);
  expect(results[0]).toEqual({
    bench: 'four-subgraph',
    gateway: 'stock',
    youngMb: 'default',
    clients: 'the same',
    cpuMsPerRequest: 16,
    ofStock: 1,
    rps: 100,
    p50Ms: 10,
    p99Ms: 20,
    peakRssMb: 300,
    loopDelayP99Ms: 5,
    busy: 0.9,
    requests: 21,
  });
});

test('we answer the shop as one schema would and as stock does, and are measured in both ways', async () => {
  const told: string[] = [];
  const results = await race({
    bench: 'four-subgraph',
    workload: 'shop',
    entries: [
      { name: 'zellige', youngMb: 16 },
      { name: 'stock', youngMb: 16 },
    ],
    pace: { warmUpMs: 50, roundMs: 200, rounds: 1, connections: 2 },
    cores: { kind: 'shared', why: 'this is a test' },
    profiles: null,
    tell: (line) => told.push(line),
  });
  expect(results.map(({ gateway, youngMb, clients }) => [gateway, youngMb, clients])).toEqual([
    ['zellige', 16, 'the same'],
    ['zellige', 16, 'one each'],
    ['stock', 16, 'the same'],
    ['stock', 16, 'one each'],
  ]);
  expect(told.map((line) => line.replace(/[\d.]+ ms/, 'N ms'))).toEqual([
    'zellige starts, young generation 16',
    'stock starts, young generation 16',
    'zellige, 16, the same round 1: N ms of CPU',
    'zellige, 16, one each round 1: N ms of CPU',
    'stock, 16, the same round 1: N ms of CPU',
    'stock, 16, one each round 1: N ms of CPU',
  ]);
}, 60_000);
