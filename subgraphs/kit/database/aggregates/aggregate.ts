import type { Aggregate, Filter, PartsRow } from '../../repository.ts';
import type { Run } from '../connection.ts';
import { refused } from '../refused.ts';
import { capacityTotals, estimateTotals, productionTotals } from './figure-totals.ts';
import { countsOf, POLICY_COUNTS, SITE_COUNTS } from './record-counts.ts';
import { totalsOf } from './totals.ts';

type Ask = { readonly filter: Filter; readonly by: readonly string[] };
type Made = {
  readonly dimensions: readonly string[];
  readonly rows: (run: Run, ask: Ask) => Promise<readonly PartsRow[]>;
};

const split = ['COUNTRY'];
const AGGREGATES: Readonly<Record<Aggregate, Made>> = {
  productionTotals: {
    dimensions: split,
    rows: (run, ask) => totalsOf(run, productionTotals(ask)),
  },
  estimateTotals: { dimensions: split, rows: (run, ask) => totalsOf(run, estimateTotals(ask)) },
  capacityTotals: { dimensions: split, rows: (run, ask) => totalsOf(run, capacityTotals(ask)) },
  siteCounts: {
    dimensions: Object.keys(SITE_COUNTS.dimensions),
    rows: (run, ask) => countsOf(run, SITE_COUNTS, ask),
  },
  policyCounts: {
    dimensions: Object.keys(POLICY_COUNTS.dimensions),
    rows: (run, ask) => countsOf(run, POLICY_COUNTS, ask),
  },
};

/** One grouped statement, whichever it is. */
export async function aggregate(
  run: Run,
  which: Aggregate,
  ask: Ask,
): Promise<readonly PartsRow[]> {
  const { dimensions, rows } = AGGREGATES[which];
  const stranger = ask.by.find((each) => !dimensions.includes(each));
  if (stranger !== undefined)
    throw refused(
      'BAD_VALUE',
      `Expected ${which} by ${dimensions.join(', ')}, got ${JSON.stringify(stranger)}.`,
    );
  return await rows(run, ask);
}
