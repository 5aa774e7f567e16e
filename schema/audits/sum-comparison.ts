import type { Asking } from './asking.ts';
import { isChosen } from './filter-faults.ts';
import {
  capacityTotals,
  estimateTotals,
  nameOf,
  type OwnRows,
  ownRows,
  type Parts,
  productionTotals,
  type Summing,
  shows,
  type Total,
  TRIED,
} from './own-rows/index.ts';
import { at, objectsAt, shown } from './reading.ts';
import { isObject, type JsonObject } from './wire.ts';

/** A field of sums: the rows it is made of, what it looks at in them, and the fields of its keys. */
export type Sums = {
  readonly field: string;
  readonly type: string;
  readonly filter: string;
  readonly due: Summing;
  readonly looksAt: readonly string[];
  readonly key: readonly string[];
};

export const SUMS: readonly Sums[] = [
  {
    field: 'productionTotals',
    type: 'ProductionRecord',
    filter: 'ProductionFilter',
    due: productionTotals,
    looksAt: ['commodityCode', 'stage', 'year', 'level', 'quantity', 'countryCode', 'edition'],
    key: ['commodityCode', 'stage', 'year', 'level', 'unit', 'basis', 'countryCode'],
  },
  {
    field: 'estimateTotals',
    type: 'ResourceEstimate',
    filter: 'EstimateFilter',
    due: estimateTotals,
    looksAt: [
      'commodityCode',
      'reportingCode',
      'unfc',
      'crirsco',
      'level',
      'contained',
      'countryCode',
    ],
    key: [
      'commodityCode',
      'reportingCode',
      'unfcClass',
      'crirsco',
      'level',
      'unit',
      'basis',
      'countryCode',
    ],
  },
  {
    field: 'capacityTotals',
    type: 'Site',
    filter: 'SiteFilter',
    due: capacityTotals,
    looksAt: ['capacities', 'type', 'countryCode', 'commodityCodes'],
    key: ['commodityCode', 'siteType', 'year', 'unit', 'basis', 'countryCode'],
  },
];

export type Way = 'whole' | 'split' | 'filtered';
/** One sum as it is due, and as the member gives it. */
export type Pair = { readonly called: string; readonly due: Parts; readonly said: JsonObject };
export type Compared = { readonly faults: readonly string[]; readonly pairs: readonly Pair[] };

/** Undefined where not all rows are known; a sentence where there is no answer. */
export async function compareSums(
  asking: Asking,
  sums: Sums,
  way: Way,
): Promise<Compared | string | undefined> {
  const list = asking.lists.find(({ type }) => type === sums.type);
  const own = list && (await ownRows(asking, list));
  if (!own?.isWhole || !own.rows.every((row) => shows(row, sums.looksAt))) return undefined;
  const filter = way === 'filtered' ? filterFor(asking, own) : {};
  const by = way === 'split' ? ['COUNTRY'] : [];
  const query = `query ($filter: ${sums.filter}, $by: [Split!]) { ${sums.field}(filter: $filter, by: $by) { rows { ${sums.key.join(' ')} parts { ${PARTS} } } } }`;
  const { data, errors } = await asking.ask(query, { filter, by });
  const called = `${sums.field}(filter: ${shown(filter)}, by: ${shown(by)})`;
  if (!at(data, sums.field))
    return `${called} is not answered: ${errors[0]?.message ?? 'it gave null.'}`;
  const rows = own.rows.filter((row) => isChosen(row, filter));
  return compared(called, sums.due(rows, way === 'split'), objectsAt(data, sums.field, 'rows'));
}

const PARTS = 'sum precision count min max withheld estimated bounded';

function filterFor(asking: Asking, { rows }: OwnRows): JsonObject {
  const [commodities] = TRIED.commodities?.(rows, asking.member.code) ?? [];
  return commodities === undefined ? {} : { commodities };
}

function compared(called: string, due: readonly Total[], rows: readonly JsonObject[]): Compared {
  const said = rows.map(
    ({ parts, ...key }) => [nameOf(key), isObject(parts) ? parts : {}] as const,
  );
  const known = new Map(due.map(({ key, parts }) => [nameOf(key), parts]));
  const strange = said.filter(([name]) => !known.has(name));
  const lost = [...known.keys()].filter((name) => !said.some(([each]) => each === name));
  const isTwice = new Set(said.map(([name]) => name)).size < said.length;
  return {
    faults: [
      ...lost.map((name) => `${called} has no sum of ${shown(name)}.`),
      ...strange.map(
        ([name]) => `${called} has a sum of ${shown(name)}, of which there is no figure.`,
      ),
      ...(isTwice ? [`${called} gives a key twice.`] : []),
    ],
    pairs: said.flatMap(([name, parts]) => {
      const parted = known.get(name);
      return parted ? [{ called: `${called} of ${shown(name)}`, due: parted, said: parts }] : [];
    }),
  };
}
