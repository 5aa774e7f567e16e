import type { Capacity } from '../../../subgraphs/index.ts';
import type { UsgsProduct } from '../sources.ts';
import { capacityOf, type MeasuredProduct, type ProductOfSite } from './capacities.ts';
import { type UnknownProduct, unknownCapacityOf } from './unknown-capacities.ts';

export type SiteCapacities = {
  readonly sharers: ReadonlyMap<MeasuredProduct, readonly string[]>;
  /** What the site makes that has a capacity in a unit of the contract. */
  readonly measured: readonly MeasuredProduct[];
  /** What it makes in amounts that the source does not give. */
  readonly unknown: readonly UnknownProduct[];
};

/** None where the amount is in a unit that the contract lacks, or is told with another metal of the site. */
export function capacitiesOf(
  product: UsgsProduct,
  { measured, unknown, sharers }: SiteCapacities,
): readonly Capacity[] {
  const isOf = ({ published }: ProductOfSite) => published === product;
  return [
    ...measured.filter(isOf).map((each) => capacityOf(each, sharers.get(each) ?? [])),
    ...unknown.filter(isOf).map(unknownCapacityOf),
  ];
}

export function sharersOfProduct(
  product: UsgsProduct,
  { measured, sharers }: SiteCapacities,
): readonly string[] {
  const found = measured.find(({ published }) => published === product);
  return (found && sharers.get(found)) ?? [];
}
