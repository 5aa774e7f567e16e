import { expect, test } from '@jest/globals';
import { faultInAnswer } from '../../bench/soak/fault-in-answer.ts';
import { leastOf, slopeOf } from '../../bench/soak/figures.ts';
import { moodAt } from '../../bench/soak/flapping.ts';
import { soak } from '../../bench/soak/soak.ts';
import { verdictsOf } from '../../bench/soak/verdicts.ts';
import { FULL } from '../oracle/config.ts';

const GOOD = {
  minutes: 3,
  clients: 8,
  flapping: 14,
  requests: 900,
  complete: 300,
  nameless: 0,
  serverErrors: 0,
  heap: [],
  heapSlopeMbPerMinute: 0.2,
  delayP50Ms: 1,
  delayP99Ms: 20,
  before: { TCPSocketWrap: 2, openFiles: 30 },
  after: { TCPSocketWrap: 1, openFiles: 30 },
  unhandledRejections: 0,
  said: [],
} as const;

const brokenBy = (worse: Partial<Parameters<typeof verdictsOf>[0]>) =>
  verdictsOf({ ...GOOD, ...worse })
    .filter(({ holds }) => !holds)
    .map(({ bound, found }) => `${bound}: ${found}`);

test('a soak that keeps every bound breaks none', () => {
  expect(brokenBy({})).toEqual([]);
});

test('each bound is broken by its own figure, and the figure is told', () => {
  expect(brokenBy({ heapSlopeMbPerMinute: 1 })).toEqual([
    'heap slope under 1 MB a minute: 1.00 MB',
  ]);
  expect(brokenBy({ delayP99Ms: 50 })).toEqual(['event-loop delay p99 under 50 ms: 50.0 ms']);
  expect(brokenBy({ unhandledRejections: 1 })).toEqual(['no unhandled rejections: 1']);
  expect(brokenBy({ nameless: 2 })).toEqual(['no answers neither complete nor naming anybody: 2']);
  expect(brokenBy({ serverErrors: 3 })).toEqual(['no answers of status 500 or more: 3']);
  expect(brokenBy({ after: { TCPSocketWrap: 3, Timeout: 1 } })).toEqual([
    'sockets, timers, handles back to where they were: TCPSocketWrap: 2 before, 3 after, Timeout: 0 before, 1 after',
  ]);
});

test('a soak in which nobody was ever missing has shown nothing', () => {
  expect(brokenBy({ complete: 900 })).toEqual([
    'members were missing, and were not, in turn: 900 of 900 answers complete',
  ]);
});

test('the slope is that of the line of least squares', () => {
  const line = [0, 1, 2, 3].map((minute) => ({ minute, mb: 70 + 2 * minute }));
  expect(slopeOf(line)).toBeCloseTo(2);
  expect(slopeOf([...line, { minute: 1.5, mb: 90 }])).toBeCloseTo(2);
  expect(slopeOf(line.slice(0, 1))).toBe(0);
});

test('what comes and goes is not held', () => {
  expect(leastOf([{ sockets: 5, timers: 1 }, { sockets: 2 }])).toEqual({ sockets: 2, timers: 0 });
});

test('an answer is complete, names somebody, or is at fault', () => {
  const answer = (complete: boolean, missing: readonly object[]) =>
    JSON.stringify({ extensions: { zellige: { coverage: { complete, missing, stale: [] } } } });
  expect(faultInAnswer(200, answer(true, []))).toBeUndefined();
  expect(faultInAnswer(200, answer(false, [{ member: 'CD' }]))).toBeUndefined();
  expect(faultInAnswer(200, answer(false, []))).toMatch(/^Expected whoever is missing to be named/);
  expect(faultInAnswer(200, '{"data":{}}')).toMatch(/^Expected a coverage of the request/);
  expect(faultInAnswer(500, 'no')).toBe('Expected status 200, got 500: no');
});

test('members flap the same way on every run: each returns, and at times all are there', () => {
  const moods = Array.from({ length: 40 }, (_, mood) => mood);
  for (let member = 0; member < 14; member += 1)
    expect(moods.filter((mood) => moodAt(member, mood) === 'HONEST').length).toBeGreaterThan(19);
  const seen = new Set(moods.flatMap((mood) => [0, 1, 2].map((member) => moodAt(member, mood))));
  expect([...seen].sort()).toEqual(['CUTS', 'HANGS', 'HANGS_UP', 'HONEST', 'SAYS_503']);
  expect(Array.from({ length: 14 }, (_, member) => moodAt(member, 3))).toEqual(
    Array(14).fill('HONEST'),
  );
});

const MINUTES = 3;
const MS_MAX = 10 * 60_000;

if (FULL)
  test(
    'three minutes under load with members that flap keep every bound',
    async () => {
      const figures = await soak({ minutes: MINUTES, clients: 8, tell: () => undefined });
      const broken = verdictsOf(figures).filter(({ holds }) => !holds);
      expect({ broken, said: figures.said }).toEqual({ broken: [], said: [] });
    },
    MS_MAX,
  );
