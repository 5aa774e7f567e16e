import type { UsgsSite } from '../sources.ts';

/** Oil and gas are out of scope: these types of site, and these products. What is made of gas (methanol, ammonia) and asphalt stay. */
const TYPES_OUT: readonly string[] = ['OIL_GAS_FIELD', 'OIL_GAS_REFINERY'];
const PRODUCTS_OUT: readonly string[] = [
  'Natural Gas',
  'Natural gas',
  'Petroleum',
  'Petroleum gas',
];

export type Scoped = {
  readonly kept: readonly UsgsSite[];
  readonly ofTypesOut: readonly string[];
  readonly onlyProductsOut: readonly string[];
  /** How many products of oil and gas were dropped from sites that make something else too. */
  readonly petroleumOfOthers: number;
};

/** The sites within scope, each without its products that are not; and the ids of the others. */
export function inScope(sites: readonly UsgsSite[]): Scoped {
  const ofTypes = sites.filter(({ type }) => !TYPES_OUT.includes(type));
  const trimmed = ofTypes.map((site) => ({
    ...site,
    products: site.products.filter(({ commodity }) => !PRODUCTS_OUT.includes(commodity)),
  }));
  const kept = trimmed.filter(({ products }) => products.length > 0);
  const mixed = ofTypes.filter(({ id }) => kept.some((site) => site.id === id));
  return {
    kept,
    ofTypesOut: sites.filter(({ type }) => TYPES_OUT.includes(type)).map(({ id }) => id),
    onlyProductsOut: trimmed.filter(({ products }) => products.length === 0).map(({ id }) => id),
    petroleumOfOthers: mixed
      .flatMap((site) => site.products)
      .filter(({ commodity }) => PRODUCTS_OUT.includes(commodity)).length,
  };
}

/**
 * Western Sahara, roughly: between 27°40' N, 8°40' W, 26° N, 12° W, the line that bends from 23°27' N to 21°20' N, and the sea. Files of
 * the boundary by who is in control draw only its east, so they cannot tell.
 */
const TERRITORY: readonly (readonly [lon: number, lat: number])[] = [
  [-8.667, 27.667],
  [-8.667, 26],
  [-12, 26],
  [-12, 23.45],
  [-13, 23],
  [-13.15, 22.75],
  [-13.02, 21.333],
  [-17, 21.333],
  [-17.065, 20.95],
  [-17.075, 20.75],
  [-18, 20.75],
  [-18, 27.667],
];
const PLACES = /\b(western sahara|bou ?craa|la[âa]youne|boujdour|dakhla|smara|aousserd)\b/i;

type Placed = {
  readonly name: string;
  readonly adm1: string | null;
  readonly lat: number;
  readonly lon: number;
};
/** By its position, or by a name that is nowhere else. */
export const isInWesternSahara = ({ name, adm1, lat, lon }: Placed): boolean =>
  PLACES.test(`${name} ${adm1 ?? ''}`) || isInside(lon, lat);

/** Even-odd rule: a ray to the east crosses the border an odd number of times. */
const isInside = (lon: number, lat: number): boolean =>
  TERRITORY.reduce((inside, [x, y], index) => {
    const [px, py] = TERRITORY.at(index - 1) ?? [x, y];
    const isCrossed = y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x;
    return isCrossed ? !inside : inside;
  }, false);
