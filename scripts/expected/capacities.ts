import { ALL_ANSWERED, decimal } from './answer.ts';
import { basisOf, isKnown, type UsualUnits, unitOf, usualUnits } from './capacity-units.ts';
import { codeOfCapacity, codesOf, kindOf, sitesOf } from './facilities.ts';
import { byBytes } from './order.ts';
import type { Facility, Product, Sources } from './sources.ts';

const PHOSPHATE = 'phosphate-rock';

export function phosphateCapacity(sources: Sources) {
  const usual = usualUnits(sources);
  const sites = sitesOf(sources).filter((each) => codesOf(each).includes(PHOSPHATE));
  return {
    sites: {
      edges: sites
        .filter(({ country }) => country === 'MA')
        .map((site) => ({
          node: {
            name: { value: site.name },
            capacities: capacitiesOf(site, usual),
          },
        })),
    },
    capacityTotals: { rows: sumsOf(sites, usual), coverage: ALL_ANSWERED },
  };
}

const capacitiesOf = (site: Facility, usual: UsualUnits) =>
  site.products.map((product) => ({
    perYear: {
      value: isKnown(product) ? decimal(product.annualCapacity ?? '') : null,
      unit: unitOf(site, product, usual),
      flag: flagOf(product),
    },
    year: product.year,
    sharedWith: sharersOf(product)
      .map((id) => `${site.country}:site:${id}`)
      .toSorted(),
  }));

function flagOf(product: Product): string {
  if (!isKnown(product)) return 'NOT_AVAILABLE';
  return product.capacityFlags?.includes('ESTIMATED') ? 'ESTIMATED' : 'EXACT';
}

/** An amount that nobody gives is shared by nobody. */
const sharersOf = (product: Product): readonly string[] =>
  isKnown(product) ? (product.sharedWith ?? []) : [];

type Sum = {
  readonly key: readonly (string | number)[];
  readonly values: readonly number[];
  readonly unknown: number;
};

/**
 * What the sites that have to do with phosphate make: sums by commodity, kind of site, year, unit, basis and country, in this order. A
 * capacity that the source says is a combination of several sites' counts once.
 */
function sumsOf(sites: readonly Facility[], usual: UsualUnits) {
  const sums = new Map<string, Sum>();
  const counted = new Set<string>();
  for (const site of sites)
    for (const product of site.products) {
      const key = keyOf(site, product, unitOf(site, product, usual));
      if (key === undefined || isCounted(counted, site, product)) continue;
      const name = JSON.stringify(key);
      const { values, unknown } = sums.get(name) ?? { values: [], unknown: 0 };
      const value = product.annualCapacity;
      sums.set(
        name,
        value === null
          ? { key, values, unknown: unknown + 1 }
          : { key, values: [...values, value], unknown },
      );
    }
  return [...sums.values()]
    .toSorted(byBytes(({ key }) => key.map((each) => each || LAST).join(' ')))
    .map(rowOf);
}

/** After every text: a sum without a basis stands behind those that have one. */
const LAST = '\u{10ffff}';

function keyOf(site: Facility, product: Product, unit: string | undefined): Sum['key'] | undefined {
  const code = codeOfCapacity(product);
  if (code === null || unit === undefined) return undefined;
  return [code, kindOf(site), product.year, unit, basisOf(product), site.country];
}

/** Sites that share a capacity repeat it, with the same remark on what is combined. */
function isCounted(counted: Set<string>, { country }: Facility, product: Product): boolean {
  if (sharersOf(product).length === 0) return false;
  const shared = JSON.stringify([country, product.product, product.annualCapacity, product.note]);
  if (counted.has(shared)) return true;
  counted.add(shared);
  return false;
}

const rowOf = ({ key, values, unknown }: Sum) => {
  const [commodityCode, siteType, year, unit, , countryCode] = key;
  const sum = decimal(values.reduce((all, each) => all + each, 0));
  return {
    countryCode,
    commodityCode,
    siteType,
    year,
    unit,
    parts: { sum, precision: unknown > 0 ? 'AT_LEAST' : 'EXACT', count: values.length },
  };
};
