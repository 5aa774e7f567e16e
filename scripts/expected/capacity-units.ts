import { codeOfCapacity, sitesOf } from './facilities.ts';
import { byBytes, unique } from './order.ts';
import type { Facility, Product, Sources } from './sources.ts';

const UNITS: Readonly<Record<string, string>> = {
  'Metric tons': 'TONNE',
  'Thousand metric tons': 'KILOTONNE',
  Kilograms: 'KILOGRAM',
  'Thousand carats': 'CARAT',
};

export const isKnown = ({ annualCapacity }: Product): boolean => annualCapacity !== null;

export const unitOf = (site: Facility, product: Product, usual: UsualUnits): string | undefined =>
  product.capacityUnit === null && !isKnown(product)
    ? usual(site, product)
    : UNITS[product.capacityUnit ?? ''];

export type UsualUnits = (site: Facility, product: Product) => string;

/**
 * An unknown amount has to be missing from some sum. It is missing from the one that its like stands in: in its country, else in Africa,
 * else whatever is made of the commodity.
 */
export function usualUnits(sources: Sources): UsualUnits {
  const known = sitesOf(sources).flatMap((site) =>
    site.products.filter(isKnown).map((product) => ({ site, product })),
  );
  return (site, product) => {
    const same = known.filter((each) => thingOf(each.product) === thingOf(product));
    const alike = same.filter((each) => basisOf(each.product) === basisOf(product));
    const here = alike.filter((each) => each.site.country === site.country);
    const units = [here, alike, same].map((each) =>
      mostFrequent(each.flatMap((one) => UNITS[one.product.capacityUnit ?? ''] ?? [])),
    );
    return units.find((unit) => unit !== undefined) ?? 'TONNE';
  };
}

const thingOf = (product: Product): string => codeOfCapacity(product) ?? product.commodity;

const mostFrequent = (units: readonly string[]): string | undefined => {
  const times = (unit: string) => units.filter((each) => each === unit).length;
  return unique(units)
    .toSorted(byBytes((unit) => unit))
    .toSorted((a, b) => times(b) - times(a))[0];
};

/** Acids and fertilizers weigh something else than rock, so they are never added to it. */
export const basisOf = ({ product }: Product): string => {
  if (product === null || product === 'Phosphate rock') return '';
  return product === 'Phosphoric acid, P2O5' ? 'P2O5' : product.toLowerCase();
};
