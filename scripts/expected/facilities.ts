import { byBytes, unique } from './order.ts';
import type { Facility, Product, Sources } from './sources.ts';

/** Oil and gas are out of scope: fields, their refineries, and whatever makes nothing else. */
const isOilOrGas = ({ commodity }: Product): boolean => /^(petroleum|natural gas)/i.test(commodity);

/** The sites within scope, in order of their ids. */
export const sitesOf = ({ facilities }: Pick<Sources, 'facilities'>): readonly Facility[] =>
  facilities
    .filter(({ type, products }) => !type.startsWith('OIL_GAS') && !products.every(isOilOrGas))
    .toSorted(byBytes(({ id }) => id));

/** Products that only a smelter, or only a refinery, makes. Sulfuric acid is made of the gas of both, so it tells nothing. */
const SMELTED = ['Smelter', 'Blister copper', 'Smelter matte, platinum group metals'];
const REFINED = ['Refined', 'Refined metal', 'Refined secondary'];

/**
 * The source knows mines and plants only. Which plant is a smelter or a refinery is the project's own decision: the plant's name says
 * one of the two, or all its products do.
 */
export function kindOf({ type, name, products }: Facility): string {
  if (type !== 'PROCESSING_PLANT') return 'MINE';
  const named = kindInName(name);
  if (named) return named;
  const words = products.map(({ product }) => product ?? '').filter((each) => !isAcid(each));
  if (words.length > 0 && words.every((each) => SMELTED.includes(each))) return 'SMELTER';
  if (words.length > 0 && words.every((each) => REFINED.includes(each))) return 'REFINERY';
  return 'PROCESSING_PLANT';
}

const isAcid = (word: string): boolean => word === 'Sulfuric acid';

function kindInName(name: string): string | undefined {
  const isSmelter = /smelter/i.test(name);
  const isRefinery = /refiner(y|s)/i.test(name);
  if (isSmelter && isRefinery) return 'PROCESSING_PLANT';
  if (isSmelter) return 'SMELTER';
  return isRefinery ? 'REFINERY' : undefined;
}

/** The source's states, the most active first: a site is as active as its most active product. */
const STATES: Readonly<Record<string, string>> = {
  ACTIVE: 'OPERATING',
  ASSUMED_ACTIVE: 'ASSUMED_ACTIVE',
  CONSTRUCTION: 'CONSTRUCTION',
  DEVELOPMENT: 'UNDER_DEVELOPMENT',
  CARE_AND_MAINTENANCE: 'CARE_AND_MAINTENANCE',
  SUSPENDED: 'NOT_OPERATING',
  CLOSED: 'CLOSED',
};
export const stateOf = ({ products }: Facility): string | undefined => {
  const published = products.map(({ status }) => status);
  return Object.entries(STATES).find(([word]) => published.includes(word))?.[1];
};

/** A cell of the source that misspells cobalt has no code of its own. */
export const codeOf = ({ commodity, cgi }: Product): string | null =>
  commodity === 'Colbalt' ? 'cobalt' : cgi;

/** One capacity for several metals is the capacity of what they have in common. */
const TOGETHER: readonly (readonly [RegExp, string])[] = [
  [/combination of .*\bgold\b/, 'precious-metal'],
  [/combination of iridium and ruthenium/, 'platinum-group'],
];
export function codeOfCapacity(product: Product): string | null {
  if (product.product?.endsWith('platinum group metals')) return 'platinum-group';
  const together = TOGETHER.find(([words]) => words.test(product.note ?? ''))?.[1];
  return together ?? codeOf(product);
}

/** What a site makes, then what its capacities are of where that is something else. */
export const codesOf = ({ products }: Facility): readonly string[] =>
  unique([
    ...products.flatMap((each) => codeOf(each) ?? []),
    ...products.flatMap((each) => codeOfCapacity(each) ?? []),
  ]);

/** Title of the source, as every record of it cites it. */
export const SOURCE =
  'USGS, Compilation of Geospatial Data (GIS) for the Mineral Industries and Related Infrastructure of Africa';
