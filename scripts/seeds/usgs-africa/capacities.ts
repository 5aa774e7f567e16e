import type { Capacity, PublishedWord } from '../../../subgraphs/index.ts';
import { amount, type UnitWord, word } from '../record.ts';
import type { UsgsProduct, UsgsSite } from '../sources.ts';
import { commodityCodesOf } from './commodity-words.ts';
import { basisOf } from './product-bases.ts';

/** The source's units that the contract has. Volumes, barrels and bricks it has not. */
const UNITS: Readonly<Record<string, UnitWord>> = {
  'Thousand metric tons': { unit: 'KILOTONNE' },
  'Metric tons': { unit: 'TONNE' },
  Kilograms: { unit: 'KILOGRAM' },
  'Thousand carats': { unit: 'CARAT', places: 3 },
};

/** A capacity of a source that counts several commodities together is the capacity of what they have in common. */
const TOGETHER: readonly {
  readonly remark: string;
  readonly commodityCode: string;
  readonly product: string;
}[] = [
  {
    remark: 'combination of iridium and ruthenium.',
    commodityCode: 'platinum-group',
    product: 'Iridium and ruthenium',
  },
  {
    remark: 'combination of gold, iridium, and ruthenium.',
    commodityCode: 'precious-metal',
    product: 'Gold, iridium, and ruthenium',
  },
  {
    remark: 'combination of palladium, rhodium, and gold.',
    commodityCode: 'precious-metal',
    product: 'Palladium, rhodium, and gold',
  },
];
/** Listed under platinum by the source, whose own words say that all platinum-group metals are counted. */
const PLATINUM_GROUP = /platinum-group content|platinum group metals|of platinum-group metals\./;

/** A product of a site, and what its capacity is the capacity of. */
export type ProductOfSite = {
  readonly site: UsgsSite;
  readonly published: UsgsProduct;
  readonly commodityCode: string | null;
  readonly product: string | null;
};
/** A product that has a capacity in a unit of the contract. */
export type MeasuredProduct = ProductOfSite & {
  readonly value: number;
  readonly unit: UnitWord;
};

export function measuredProductsOf(site: UsgsSite): readonly MeasuredProduct[] {
  const measured = site.products.flatMap((published): readonly MeasuredProduct[] => {
    const unit = unitIn(published);
    const value = published.annualCapacity;
    if (unit === undefined || value === null) return [];
    return [{ site, published, value, unit, ...subjectOf(published) }];
  });
  return measured.filter(
    (each, index) =>
      !isTogether(each) || measured.findIndex((other) => isSame(other, each)) === index,
  );
}

export const unitIn = ({ capacityUnit }: UsgsProduct): UnitWord | undefined =>
  UNITS[capacityUnit ?? ''];

const isTogether = ({ published }: MeasuredProduct): boolean => togetherOf(published) !== undefined;
const isSame = (a: MeasuredProduct, b: MeasuredProduct): boolean =>
  a.value === b.value && a.unit === b.unit && isTogether(a) && a.product === b.product;
const togetherOf = ({ note = '' }: UsgsProduct) =>
  TOGETHER.find(({ remark }) => note.endsWith(remark));

export function subjectOf(
  published: UsgsProduct,
): Pick<ProductOfSite, 'commodityCode' | 'product'> {
  const together = togetherOf(published);
  if (together) return together;
  const { commodity, cgi, product, note } = published;
  const codes = commodityCodesOf(commodity, cgi);
  const isGroup = commodity === 'Platinum' && PLATINUM_GROUP.test(`${product} ${note}`);
  const only = codes.length === 1 ? (codes[0] ?? null) : null;
  return {
    commodityCode: isGroup ? 'platinum-group' : only,
    product: only === null ? wholeWordOf(published) : product,
  };
}

/** The product in the source's words: `Cement, Portland`. */
export const wholeWordOf = ({ commodity, product }: UsgsProduct): string =>
  product === null || product === commodity ? commodity : `${commodity}, ${product}`;

export function capacityOf(
  { published, value, unit, commodityCode, product }: MeasuredProduct,
  sharedWith: readonly string[],
): Capacity {
  const flag = published.capacityFlags.includes('ESTIMATED') ? 'ESTIMATED' : 'EXACT';
  return {
    commodityCode,
    product,
    perYear: amount(value, unit, { basis: basisOf(published), flag }),
    year: published.year,
    sharedWith,
  };
}

export const isWithoutUnit = ({ annualCapacity, capacityUnit }: UsgsProduct): boolean =>
  annualCapacity !== null && !(capacityUnit !== null && capacityUnit in UNITS);

/** What a product's capacity says in the source's own words: remarks, flags that nobody has explained, units that the contract lacks. */
export function capacityWords(
  product: UsgsProduct,
  sharedWith: readonly string[],
): readonly (PublishedWord | null)[] {
  const { note, capacityFlags, annualCapacity, year } = product;
  const isAlone = capacityFlags.includes('COMBINED') && sharedWith.length === 0;
  return [
    word('capacities', note),
    annualCapacity === null ? word('capacities', `no capacity given (${year})`) : null,
    isWithoutUnit(product) ? word('capacities', bareAmount(product)) : null,
    capacityFlags.includes('G') ? word('capacities.perYear.flag', 'G') : null,
    isAlone ? word('capacities.sharedWith', 'COMBINED') : null,
  ];
}

const bareAmount = ({ annualCapacity, capacityUnit, year }: UsgsProduct): string =>
  [annualCapacity, ...(capacityUnit ? [capacityUnit] : []), `(${year})`].join(' ');
