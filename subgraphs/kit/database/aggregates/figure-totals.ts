import type { Filter } from '../../repository.ts';
import { chosenBy } from '../filters/index.ts';
import { own, sql } from '../sql.ts';
import type { Totals } from './totals.ts';

type Ask = { readonly filter: Filter; readonly by: readonly string[] };

const split = (by: readonly string[]) => ({
  countryCode: by.includes('COUNTRY') ? own('countryCode') : null,
});

export function productionTotals({ filter, by }: Ask): Totals {
  const needed = {
    commodityCode: own('commodityCode'),
    stage: own('stage'),
    year: own('year'),
    level: own('level'),
    unit: own('quantityUnit'),
  };
  return {
    key: { ...needed, basis: own('quantityBasis'), ...split(by) },
    needed: Object.values(needed),
    value: own('quantityValue'),
    flag: own('quantityFlag'),
    from: sql`production_record r`,
    where: chosenBy('ProductionRecord', filter),
  };
}

export function estimateTotals({ filter, by }: Ask): Totals {
  const [commodityCode, reportingCode] = [own('commodityCode'), own('reportingCode')];
  const [level, unit] = [own('level'), own('containedUnit')];
  return {
    key: {
      commodityCode,
      reportingCode,
      unfcClass: own('unfcClass'),
      crirsco: own('crirscoJoined'),
      level,
      unit,
      basis: own('containedBasis'),
      ...split(by),
    },
    needed: [commodityCode, reportingCode, level, unit],
    value: own('containedValue'),
    flag: own('containedFlag'),
    from: sql`resource_estimate r`,
    where: chosenBy('ResourceEstimate', filter),
  };
}

/** A capacity that sites share counts once: at the least of them, by id, that the filter chooses. */
export function capacityTotals({ filter, by }: Ask): Totals {
  const capacities = sql`SELECT c.commodityCode, c.year, c.value, c.unit, c.basis, c.flag, r.type, r.countryCode,
    ROW_NUMBER() OVER (PARTITION BY c.sharing ORDER BY r.id, c.place) AS turn
    FROM site r JOIN site_capacity c ON c.recordId = r.id WHERE ${chosenBy('Site', filter)}`;
  const needed = {
    commodityCode: own('commodityCode'),
    siteType: own('type'),
    year: own('year'),
    unit: own('unit'),
  };
  return {
    key: { ...needed, basis: own('basis'), ...split(by) },
    needed: Object.values(needed),
    value: own('value'),
    flag: own('flag'),
    from: sql`(${capacities}) r`,
    where: sql`${own('turn')} = 1`,
  };
}
