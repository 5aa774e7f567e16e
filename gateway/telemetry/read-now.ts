import type { IntervalHistogram } from 'node:perf_hooks';
import type { Meters } from './meters.ts';
import { BREAKER_STATES } from './metrics-table.ts';
import type { Standing } from './standing.ts';

/** Brings those metrics up to date that say how things stand. */
export function readNow(
  meters: Meters,
  statuses: readonly Standing[],
  loop: IntervalHistogram,
): void {
  for (const status of statuses) readMember(meters, status);
  readProcess(meters);
  readLoop(meters, loop);
}

function readMember(meters: Meters, { code: member, state, breaker, onTime }: Standing): void {
  meters.answering.set({ member }, state === 'ANSWERING' ? 1 : 0);
  for (const each of BREAKER_STATES)
    meters.breaker.set({ member, state: each }, each === breaker ? 1 : 0);
  if (onTime !== null) meters.onTime.set({ member }, onTime);
}

/** Of who is no member any more: a figure that nobody brings up to date would be taken for true. */
export function forgetStanding(meters: Meters, members: readonly string[]): void {
  for (const member of members) {
    for (const gauge of [meters.answering, meters.onTime, meters.inFlight])
      gauge.remove({ member });
    for (const state of BREAKER_STATES) meters.breaker.remove({ member, state });
  }
}

function readProcess(meters: Meters): void {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  meters.cpu.reset();
  meters.cpu.inc((user + system) / 1e6);
  meters.memory.set(rss);
  meters.heap.set(heapUsed);
  meters.started.set(Math.round(Date.now() / 1000 - process.uptime()));
}

function readLoop(meters: Meters, loop: IntervalHistogram): void {
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0);
  meters.loopDelay.set({ quantile: '0.5' }, seconds(loop.percentile(50)));
  meters.loopDelay.set({ quantile: '0.99' }, seconds(loop.percentile(99)));
  meters.loopDelay.set({ quantile: '1' }, loop.count === 0 ? 0 : seconds(loop.max));
  loop.reset();
}
