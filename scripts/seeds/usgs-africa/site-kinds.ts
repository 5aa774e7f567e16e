import type { UsgsProduct, UsgsSite } from '../sources.ts';

const TYPES: Readonly<Record<string, string>> = {
  MINE_OR_QUARRY: 'MINE',
  BRINE: 'MINE',
  PROCESSING_PLANT: 'PROCESSING_PLANT',
};
/** Products that only a smelter, or only a refinery, makes. */
const TYPES_BY_PRODUCT: Readonly<Record<string, string>> = {
  Smelter: 'SMELTER',
  'Blister copper': 'SMELTER',
  'Smelter matte, platinum group metals': 'SMELTER',
  Refined: 'REFINERY',
  'Refined metal': 'REFINERY',
  'Refined secondary': 'REFINERY',
};
/** Made of the gas of smelters and refineries alike, so it says nothing of the plant. */
const BY_PRODUCTS: readonly string[] = ['Sulfuric acid'];

/** A plant is a smelter or a refinery where its own name says one of them, or else all its products do; anything less stays a plant. */
export function typeOf({ type, name, products }: UsgsSite): string {
  const plain = TYPES[type];
  if (plain === undefined)
    throw new Error(`Expected the type "${type}" in the table of site-kinds.ts; add it there.`);
  if (plain !== 'PROCESSING_PLANT') return plain;
  const named = typesInName(name);
  if (named.length > 0) return named.length === 1 ? (named[0] ?? plain) : plain;
  return typeByProducts(products) ?? plain;
}

const typesInName = (name: string): readonly string[] => [
  ...(/\bSmelter\b/i.test(name) ? ['SMELTER'] : []),
  ...(/\bRefiner(y|s)\b/i.test(name) ? ['REFINERY'] : []),
];

export function typeByProducts(products: readonly UsgsProduct[]): string | null {
  const words = products.map(({ product }) => product ?? '');
  const telling = words.filter((each) => !BY_PRODUCTS.includes(each));
  const types = new Set(telling.map((each) => TYPES_BY_PRODUCT[each] ?? null));
  return types.size === 1 ? ([...types][0] ?? null) : null;
}

/** Ways of working that a mine's own name tells. Brine is pumped or let in and dried in the sun, which CGI's list does not have. */
const METHODS: readonly (readonly [RegExp, string])[] = [
  [/\bopen[ -]?(pit|cast)\b/i, 'OPEN_PIT'],
  [/\bunderground\b/i, 'UNDERGROUND'],
  [/\bquarr(y|ies)\b(?! Mine)/i, 'QUARRYING'],
  [/\b(placer|alluvial)\b/i, 'PLACER'],
];
export function methodOf({ type, name, products }: UsgsSite): string | null {
  if (type === 'BRINE') return 'OTHER';
  if (type !== 'MINE_OR_QUARRY') return null;
  if (products.some(({ note }) => note?.startsWith('Placer operations.'))) return 'PLACER';
  const methods = METHODS.filter(([pattern]) => pattern.test(name)).map(([, method]) => method);
  return methods.length === 1 ? (methods[0] ?? null) : null;
}

/** The source's states, the most active first: a site whose products have unlike states is as active as its most active one. */
const STATUSES = {
  ACTIVE: 'OPERATING',
  ASSUMED_ACTIVE: 'ASSUMED_ACTIVE',
  CONSTRUCTION: 'CONSTRUCTION',
  DEVELOPMENT: 'UNDER_DEVELOPMENT',
  CARE_AND_MAINTENANCE: 'CARE_AND_MAINTENANCE',
  SUSPENDED: 'NOT_OPERATING',
  CLOSED: 'CLOSED',
} as const satisfies Readonly<Record<string, string>>;

export function statusOf(products: readonly UsgsProduct[]): {
  readonly status: string;
  readonly statusAsOf: string;
} {
  for (const [word, status] of Object.entries(STATUSES)) {
    const years = products.filter((each) => each.status === word).map(({ year }) => year);
    if (years.length > 0) return { status, statusAsOf: String(Math.max(...years)) };
  }
  throw new Error(
    `Expected one of ${Object.keys(STATUSES).join(', ')} as status, got ${products.map(({ status }) => status).join(', ')}.`,
  );
}
