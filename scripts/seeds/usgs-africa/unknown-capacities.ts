import type { Unit } from '../../../schema/index.ts';
import type { Capacity } from '../../../subgraphs/index.ts';
import type { UsgsSite } from '../sources.ts';
import { type MeasuredProduct, type ProductOfSite, subjectOf, unitIn } from './capacities.ts';
import { basisOf } from './product-bases.ts';

/** A product whose capacity the source does not give. Unknown is not nought: each stands in the sum that it is missing from. */
export type UnknownProduct = ProductOfSite & { readonly unit: Unit };
/** The unit of an unknown value says only in which sum it is missing. */
export type UsualUnit = (product: ProductOfSite) => Unit;

export const unknownProductsOf = (
  site: UsgsSite,
  usualUnit: UsualUnit,
): readonly UnknownProduct[] =>
  site.products
    .filter(({ annualCapacity }) => annualCapacity === null)
    .map((published) => ({ site, published, ...subjectOf(published) }))
    .map((each) => ({ ...each, unit: unitIn(each.published)?.unit ?? usualUnit(each) }));

/** What of several sites nobody gives is not one amount that they could share. */
export const unknownCapacityOf = ({
  published,
  commodityCode,
  product,
  unit,
}: UnknownProduct): Capacity => ({
  commodityCode,
  product,
  perYear: { value: null, unit, basis: basisOf(published), flag: 'NOT_AVAILABLE' },
  year: published.year,
  sharedWith: [],
});

type Counts = ReadonlyMap<Unit, number>;

/** The unit that most known capacities are in: of the same in the same country, else of the same anywhere, else of the same commodity. */
export function usualUnitAmong(known: readonly MeasuredProduct[]): UsualUnit {
  const counts = new Map<string, Counts>();
  for (const each of known)
    for (const key of keysOf(each)) counts.set(key, oneMore(counts.get(key), each.unit.unit));
  return (product) => {
    const nearest = keysOf(product).find((key) => counts.has(key));
    return mostOf(counts.get(nearest ?? '')) ?? 'TONNE';
  };
}

/** The nearest first. Without a code the source's own word tells the commodity. */
function keysOf({ site, published, commodityCode }: ProductOfSite): readonly string[] {
  const commodity = commodityCode ?? published.commodity;
  const basis = basisOf(published);
  return [[commodity, basis, site.country], [commodity, basis], [commodity]].map((key) =>
    JSON.stringify(key),
  );
}

const oneMore = (counts: Counts | undefined, unit: Unit): Counts =>
  new Map([...(counts ?? []), [unit, (counts?.get(unit) ?? 0) + 1]]);

/** Of units that are as frequent, the first by name. */
const mostOf = (counts: Counts | undefined): Unit | undefined =>
  [...(counts ?? [])].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
