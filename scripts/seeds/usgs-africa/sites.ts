import type { Provenance, PublishedWord, Share, SiteRow } from '../../../subgraphs/index.ts';
import { decimalOf, inEnglish, publishedWords, record, word } from '../record.ts';
import type { UsgsProduct, UsgsSite } from '../sources.ts';
import { capacityWords, wholeWordOf } from './capacities.ts';
import { commodityCodesOf, saysTheSame } from './commodity-words.ts';
import { isArtisanal, isPerson, type Register } from './parties.ts';
import { capacitiesOf, type SiteCapacities, sharersOfProduct } from './site-capacities.ts';
import { methodOf, statusOf, typeByProducts, typeOf } from './site-kinds.ts';

export type SiteContext = SiteCapacities & {
  readonly register: Register;
  readonly provenance: Provenance;
};

export function siteRow(site: UsgsSite, context: SiteContext): SiteRow {
  const { products } = site;
  const { register } = context;
  const capacities = products.flatMap((product) => capacitiesOf(product, context));
  const operator = products[0]?.operator;
  return {
    ...record(site.id, context.provenance),
    nationalId: null,
    otherIds: [{ scheme: 'USGS', value: site.usgsId }],
    name: inEnglish(site.name),
    type: typeOf(site),
    ...statusOf(products),
    method: methodOf(site),
    scale: operator && isArtisanal(operator) ? 'ARTISANAL_SMALL_SCALE' : null,
    location: {
      lat: site.lat,
      lon: site.lon,
      precision: site.locationConfidence === 'ACTUAL' ? 'EXACT' : 'ROUNDED',
    },
    adm1: site.adm1,
    countryCode: site.country,
    commodityCodes: [
      ...new Set([
        ...products.flatMap(({ commodity, cgi }) => commodityCodesOf(commodity, cgi)),
        ...capacities.flatMap(({ commodityCode }) => commodityCode ?? []),
      ]),
    ],
    depositId: null,
    operatorId: operator ? register.idOf(operator) : null,
    owners: sharesOf(ownersOf(products), register),
    capacities,
    titles: [],
    certification: null,
    inspections: [],
    published: wordsOf(site, context),
  };
}

type Owners = UsgsProduct['owners'];
/** The source names owners by product; those of the first product that has any are the site's. */
const ownersOf = (products: readonly UsgsProduct[]): Owners =>
  products.find(({ owners }) => owners.length > 0)?.owners ?? [];

/** A share of nought is an empty cell of the source: unknown, not none. */
const sharesOf = (owners: Owners, register: Register): readonly Share[] =>
  owners
    .map(({ name, sharePct }) => ({
      partyId: register.idOf(name),
      percent: sharePct ? decimalOf(sharePct) : null,
    }))
    .filter(({ partyId, percent }) => partyId !== null || percent !== null);

/** What the contract's terms cannot say, or say in another word. */
const wordsOf = (site: UsgsSite, context: SiteContext): readonly PublishedWord[] =>
  publishedWords([
    word('type', site.type),
    ...typeWords(site),
    ...site.products.map(({ status }) => word('status', status)),
    ...locationWords(site),
    ...site.products.map((product) => commodityWord(product, context)),
    ...partyWords(site.products, context.register),
    ...site.products.flatMap((product) =>
      capacityWords(product, sharersOfProduct(product, context)),
    ),
  ]);

function typeWords(site: UsgsSite): readonly (PublishedWord | null)[] {
  const isTold = typeOf(site) === typeByProducts(site.products);
  return isTold ? site.products.map(({ product }) => word('type', product)) : [];
}

const locationWords = ({ location, locationConfidence, qa }: UsgsSite) => [
  word('location', location),
  word('location.precision', locationConfidence),
  qa.includes('OUTSIDE_COUNTRY_BBOX')
    ? word('location', "outside the country's bounding box, as published")
    : null,
];

/** Kept where the code says more or less than the word, or where no capacity tells the product. */
function commodityWord(product: UsgsProduct, context: SiteContext): PublishedWord | null {
  const codes = commodityCodesOf(product.commodity, product.cgi);
  const isTold = capacitiesOf(product, context).length > 0;
  const isSame = saysTheSame(product.commodity, codes);
  return isSame && (isTold || product.product === null)
    ? null
    : word('commodityCodes', wholeWordOf(product));
}

/** Parties that the row has no place for: operators and owners of further products, and words that name no party. */
function partyWords(
  products: readonly UsgsProduct[],
  register: Register,
): readonly (PublishedWord | null)[] {
  const first = products[0]?.operator;
  const owners = ownersOf(products);
  const operators = products.map(({ operator }) => operator ?? null);
  return [
    ...operators
      .filter((each) => each !== null && (each !== first || register.idOf(each) === null))
      .map((each) => (each && isPerson(each) ? null : word('operator', each))),
    ...products
      .flatMap((product) => product.owners)
      .filter((each) => !owners.includes(each) && !isAmong(owners, each))
      .map(ownerWord),
    ...owners
      .filter(({ name, sharePct }) => register.idOf(name) === null || !sharePct)
      .map(ownerWord),
  ];
}
const isAmong = (owners: Owners, { name, sharePct }: Owners[number]): boolean =>
  owners.some((other) => other.name === name && other.sharePct === sharePct);
const ownerWord = ({ name, sharePct }: Owners[number]): PublishedWord | null =>
  isPerson(name) ? null : word('owners', sharePct === null ? name : `${name}: ${sharePct} %`);
