import type { Parts, PartsRow, Repository } from '../../../../subgraphs/kit/repository.ts';
import type { Fault } from '../fault.ts';
import { bendsFields, keeps } from './deeds.ts';

type Aggregated = Parameters<Repository['aggregate']>;

const addsFor = (other: (...asked: Aggregated) => Aggregated) =>
  keeps(({ aggregate }) => ({ aggregate: (...asked) => aggregate(...other(...asked)) }));

const givesSums = (other: (rows: readonly PartsRow[], which: string) => readonly PartsRow[]) =>
  keeps(({ aggregate }) => ({
    aggregate: async (which, filter, by) => other(await aggregate(which, filter, by), which),
  }));

const givesParts = (other: (parts: Parts) => Parts) =>
  givesSums((rows) =>
    rows.map((row) => (isTotal(row) ? { ...row, parts: other(row.parts) } : row)),
  );

type Total = PartsRow & { readonly parts: Parts };
const isTotal = (row: PartsRow): row is Total => typeof row.parts === 'object';

const givesCounts = (of: string, other: (rows: readonly PartsRow[]) => readonly PartsRow[]) =>
  givesSums((rows, which) => (which === of ? other(rows) : rows));

const oneMore = (rows: readonly PartsRow[]): readonly PartsRow[] =>
  rows.map((row, place) =>
    place === 0 && typeof row.count === 'number' ? { ...row, count: row.count + 1 } : row,
  );

export const SUM_FAULTS: readonly Fault[] = [
  ['counts one site too many', givesCounts('siteCounts', oneMore), 'COUNT_SITES'],
  [
    'counts no sites without a value',
    givesCounts('siteCounts', (rows) =>
      rows.filter(
        (row) =>
          Object.values(row).filter((value) => value !== null).length > 1 || rows.length === 1,
      ),
    ),
    'COUNT_SITES',
  ],
  ['counts one policy too many', givesCounts('policyCounts', oneMore), 'COUNT_POLICIES'],
  [
    'counts policies by what it was not asked for',
    addsFor((which, filter, by) => [which, filter, which === 'policyCounts' ? ['TYPE'] : by]),
    'COUNT_POLICIES',
  ],
  [
    'says that it holds one more',
    keeps(({ counts }) => ({
      counts: async () => (await counts()).map((each) => ({ ...each, count: each.count + 1 })),
    })),
    'COUNT_MEMBERS',
  ],
  [
    'adds as binary floats',
    givesParts((parts) => ({
      ...parts,
      sum: parts.sum.length > 16 ? String(BigInt(Math.round(Number(parts.sum)))) : parts.sum,
    })),
    'SUM_SUM',
  ],
  [
    'adds all editions',
    addsFor((which, filter, by) => [
      which,
      which.endsWith('Counts') || which === 'capacityTotals'
        ? filter
        : { ...filter, allEditions: true },
      by,
    ]),
    'SUM_ROWS',
  ],
  [
    'adds without regard to the filter',
    addsFor((which, _filter, by) => [which, {}, by]),
    'SUM_FILTERED',
  ],
  [
    'does not split by country',
    addsFor((which, filter, by) => [which, filter, which.endsWith('Counts') ? by : []]),
    'SUM_SPLIT',
  ],
  [
    'always splits by country',
    addsFor((which, filter, by) => [which, filter, which.endsWith('Counts') ? by : ['COUNTRY']]),
    'SUM_ROWS',
  ],
  [
    'calls every tonne a kilotonne',
    givesSums((rows) =>
      rows.map((row) => (row.unit === 'TONNE' ? { ...row, unit: 'KILOTONNE' } : row)),
    ),
    'SUM_ROWS',
  ],
  [
    'leaves out sums without a number',
    givesSums((rows) => rows.filter((row) => !isTotal(row) || row.parts.count > 0)),
    'SUM_ROWS',
  ],
  [
    'adds a shared capacity for each site',
    givesSums((rows, which) =>
      which === 'capacityTotals'
        ? rows.map((row) =>
            isTotal(row) ? { ...row, parts: { ...row.parts, count: row.parts.count + 1 } } : row,
          )
        : rows,
    ),
    'SUM_COUNT',
  ],
  [
    'takes the least for the greatest',
    givesParts((parts) => ({ ...parts, min: parts.max, max: parts.min })),
    'SUM_MIN',
  ],
  ['knows no greatest', givesParts((parts) => ({ ...parts, max: null })), 'SUM_MAX'],
  [
    'takes what is withheld for zero',
    givesParts((parts) => ({ ...parts, withheld: 0, precision: 'EXACT' })),
    'SUM_WITHHELD',
  ],
  [
    'takes estimates for exact',
    givesParts((parts) => ({ ...parts, estimated: 0 })),
    'SUM_ESTIMATED',
  ],
  ['forgets bounds', givesParts((parts) => ({ ...parts, bounded: 0 })), 'SUM_BOUNDED'],
  [
    'takes every sum for exact',
    givesParts((parts) => ({ ...parts, precision: 'EXACT' })),
    'SUM_PRECISION',
  ],
  ['gives sums as numbers', bendsFields(['sum'], (sum) => Number(sum)), 'SUM_SUM'],
];
