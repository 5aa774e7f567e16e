import { ALL_ANSWERED, decimal } from './answer.ts';
import { codeOfCapacity, codesOf, kindOf, sitesOf } from './facilities.ts';
import { byBytes } from './order.ts';
import type { Facility, Product, Sources } from './sources.ts';

const UNITS: Readonly<Record<string, string>> = {
  'Metric tons': 'TONNE',
  'Thousand metric tons': 'KILOTONNE',
};
const PHOSPHATE = 'phosphate-rock';

export function phosphateCapacity(sources: Sources) {
  const sites = sitesOf(sources).filter((each) => codesOf(each).includes(PHOSPHATE));
  return {
    sites: {
      edges: sites
        .filter(({ country }) => country === 'MA')
        .map((site) => ({
          node: { name: { value: site.name }, capacities: capacitiesOf(site) },
        })),
    },
    capacityTotals: { rows: sumsOf(sites), coverage: ALL_ANSWERED },
  };
}

const measured = ({ products }: Facility): readonly Product[] =>
  products.filter(({ annualCapacity }) => annualCapacity !== null);

const capacitiesOf = (site: Facility) =>
  measured(site).map((product) => ({
    perYear: {
      value: decimal(product.annualCapacity ?? ''),
      unit: UNITS[product.capacityUnit ?? ''],
      flag: product.capacityFlags?.includes('ESTIMATED') ? 'ESTIMATED' : 'EXACT',
    },
    year: product.year,
    sharedWith: (product.sharedWith ?? []).map((id) => `${site.country}:site:${id}`).toSorted(),
  }));

type Sum = {
  readonly key: readonly (string | number)[];
  readonly values: readonly number[];
};

/**
 * What the sites that have to do with phosphate make: sums by commodity, kind of site, year, unit, basis and country, in this order. A
 * capacity that the source says is a combination of several sites' counts once.
 */
function sumsOf(sites: readonly Facility[]) {
  const sums = new Map<string, Sum>();
  const counted = new Set<string>();
  for (const site of sites)
    for (const product of measured(site)) {
      const key = keyOf(site, product);
      if (key === undefined || isCounted(counted, site, product)) continue;
      const name = JSON.stringify(key);
      const values = [...(sums.get(name)?.values ?? []), product.annualCapacity ?? 0];
      sums.set(name, { key, values });
    }
  return [...sums.values()]
    .toSorted(byBytes(({ key }) => key.map((each) => each || LAST).join(' ')))
    .map(rowOf);
}

/** After every text: a sum without a basis stands behind those that have one. */
const LAST = '\u{10ffff}';

function keyOf(site: Facility, product: Product): Sum['key'] | undefined {
  const code = codeOfCapacity(product);
  const unit = UNITS[product.capacityUnit ?? ''];
  if (code === null || unit === undefined) return undefined;
  return [code, kindOf(site), product.year, unit, basisOf(product), site.country];
}

/** Acids and fertilizers weigh something else than rock, so they are never added to it. */
const basisOf = ({ product }: Product): string => {
  if (product === null || product === 'Phosphate rock') return '';
  return product === 'Phosphoric acid, P2O5' ? 'P2O5' : product.toLowerCase();
};

/** Sites that share a capacity repeat it, with the same remark on what is combined. */
function isCounted(counted: Set<string>, { country }: Facility, product: Product): boolean {
  if (!product.sharedWith?.length) return false;
  const shared = JSON.stringify([country, product.product, product.annualCapacity, product.note]);
  if (counted.has(shared)) return true;
  counted.add(shared);
  return false;
}

const rowOf = ({ key, values }: Sum) => {
  const [commodityCode, siteType, year, unit, , countryCode] = key;
  const sum = decimal(values.reduce((all, each) => all + each, 0));
  return {
    countryCode,
    commodityCode,
    siteType,
    year,
    unit,
    parts: { sum, precision: 'EXACT', count: values.length },
  };
};
