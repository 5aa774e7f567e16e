import type { Verdict } from '../verdict.ts';
import type { Figures, Resources } from './figures.ts';

export const BOUNDS = { heapSlopeMbPerMinute: 1, delayP99Ms: 50 } as const;

/** Each bound of a soak, what was found, and whether it holds. */
export function verdictsOf(figures: Figures): readonly Verdict[] {
  const left = moreThan(figures.before, figures.after);
  const { heapSlopeMbPerMinute: slope, delayP99Ms: delay } = figures;
  return [
    {
      bound: `heap slope under ${BOUNDS.heapSlopeMbPerMinute} MB a minute`,
      found: `${slope.toFixed(2)} MB`,
      holds: slope < BOUNDS.heapSlopeMbPerMinute,
    },
    {
      bound: 'sockets, timers, handles back to where they were',
      found: left.length > 0 ? left.join(', ') : 'nothing more',
      holds: left.length === 0,
    },
    {
      bound: `event-loop delay p99 under ${BOUNDS.delayP99Ms} ms`,
      found: `${delay.toFixed(1)} ms`,
      holds: delay < BOUNDS.delayP99Ms,
    },
    none('unhandled rejections', figures.unhandledRejections),
    none('answers neither complete nor naming anybody', figures.nameless),
    none('answers of status 500 or more', figures.serverErrors),
    {
      bound: 'members were missing, and were not, in turn',
      found: `${figures.complete} of ${figures.requests} answers complete`,
      holds: figures.complete > 0 && figures.complete < figures.requests,
    },
  ];
}

const none = (what: string, count: number): Verdict => ({
  bound: `no ${what}`,
  found: String(count),
  holds: count === 0,
});

const moreThan = (before: Resources, after: Resources): readonly string[] =>
  Object.entries(after)
    .filter(([kind, count]) => count > (before[kind] ?? 0))
    .map(([kind, count]) => `${kind}: ${before[kind] ?? 0} before, ${count} after`);

/** Whether nothing is held that was not held before. */
export const isBackTo = (before: Resources, after: Resources): boolean =>
  moreThan(before, after).length === 0;
