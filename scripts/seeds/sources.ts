import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const text = z.string().min(1);
const textOrNone = text.nullable();
const commodity = z.strictObject({ name: text, cgi: textOrNone });
const placed = { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) };
const ofUsgs = {
  id: text,
  usgsId: text,
  country: z.string().length(2),
  name: text,
  adm1: textOrNone,
  ...placed,
  source: text,
  sourceDetail: text,
  qa: z.array(text).default([]),
};

const product = z.strictObject({
  commodity: text,
  cgi: textOrNone,
  group: text,
  product: textOrNone,
  status: text,
  year: z.int(),
  annualCapacity: z.number().nullable(),
  capacityUnit: textOrNone,
  capacityFlags: z.array(text).default([]),
  /** Ids of locations, which may hold several sites each. */
  sharedWith: z.array(text).default([]),
  note: text.optional(),
  operator: text.optional(),
  owners: z.array(z.strictObject({ name: text, sharePct: z.number().nullable() })).default([]),
});
const site = z.strictObject({
  ...ofUsgs,
  type: text,
  location: textOrNone,
  locationConfidence: z.enum(['ACTUAL', 'ESTIMATED']),
  sharedLocationId: z.boolean().optional(),
  products: z.array(product).min(1),
});
const deposit = z.strictObject({
  ...ofUsgs,
  altName: textOrNone,
  commodities: z.array(commodity),
  depositType: textOrNone,
});
const exploration = z.strictObject({
  ...ofUsgs,
  altName: textOrNone,
  commodities: z.array(commodity),
  status: text,
  owner: textOrNone,
  ownerRole: textOrNone,
  ownerSharePct: textOrNone,
  lastYear: z.int(),
  projectId: textOrNone,
});

/** A figure of the Mineral Commodity Summaries; an empty cell is an empty text. */
const figure = z.strictObject({
  edition: text,
  commodity: text,
  cgi: z.string(),
  country: z.string().length(2),
  statistic: z.enum(['PRODUCTION', 'RESERVES']),
  year: text,
  value: z.string(),
  flag: z.string(),
  unit: text,
  basis: text,
  estimated: z.enum(['True', 'False']),
  valueTonnes: z.string(),
  note: z.string(),
});
const complex = z.strictObject({
  country: z.string().length(2),
  name: text,
  subnational_area: text,
  company: text,
  rock_type: text,
  status: text,
  capacity_mt_per_year: text,
  ore_p2o5_pct: text,
  ore_confidence: text,
  product_p2o5_pct: text,
  product_confidence: text,
});

const names = z.strictObject({
  en: text.optional(),
  fr: text.optional(),
  ar: text.optional(),
  pt: text.optional(),
});
const citedPage = z.strictObject({ name: text, url: textOrNone, date: textOrNone });
const ofCompilation = { id: text, sources: z.array(citedPage).min(1), note: text.optional() };
const policy = z.strictObject({
  ...ofCompilation,
  country: z.string().length(2),
  type: text,
  title: names,
  status: text,
  inForceFrom: textOrNone,
  inForceTo: textOrNone,
  datePrecision: text,
  commodities: z.array(text),
  summary: names,
  repealedBy: text.optional(),
  parties: z.array(text).optional(),
  quotas: z
    .array(z.strictObject({ period: text, quantity: z.number(), unit: z.literal('TNE') }))
    .optional(),
});
const event = z.strictObject({
  ...ofCompilation,
  name: names,
  startDate: text,
  endDate: textOrNone,
  datePrecision: text,
  location: z.strictObject({ city: textOrNone, country: textOrNone, venue: text.optional() }),
  organizer: z.array(text).default([]),
  outcome: names.optional(),
});
const organisation = z.strictObject({
  ...ofCompilation,
  name: names,
  type: text,
  country: z.string().length(2).optional(),
  url: text.optional(),
  founded: text.optional(),
  foundingMembers: z.array(text).optional(),
  offices: z.array(z.strictObject({ role: text, country: text })).optional(),
});

const country = z.strictObject({
  iso2: z.string().length(2),
  iso3: z.string().length(3),
  m49: text,
  name: z.strictObject({ en: text, fr: text, ar: text, pt: text }),
  auRegion: text,
  unSubregion: text,
  languages: z.array(text),
  currency: text,
  capital: text,
  landlockedDeveloping: z.boolean(),
  leastDeveloped: z.boolean(),
  centroid: z.strictObject(placed),
  bbox: z.array(z.number()),
  amsgFoundingMember: z.boolean(),
});
const concept = z.strictObject({
  code: text,
  uri: text,
  label: z.record(z.string(), text),
  broader: z.array(text).default([]),
  symbol: text.optional(),
  definition: text.optional(),
  inspire: text.optional(),
});
const ownCommodity = z.strictObject({
  code: text,
  uri: text,
  inspire: textOrNone,
  symbol: textOrNone,
  name: z.strictObject({ en: text, fr: text, ar: text, pt: text }),
  nameProvenance: z.record(z.string(), text),
  broader: z.array(text),
  /** Codes with the text of the World Customs Organization, which is not ours to ship. */
  hs: z.array(z.strictObject({ code: text, description: text })),
  defaultUnit: text,
  measureBasis: text,
  critical: z.strictObject({ EU_CRMA_2024: textOrNone, US_2025: z.boolean() }),
});

export type UsgsSite = z.infer<typeof site>;
export type UsgsProduct = z.infer<typeof product>;
export type UsgsDeposit = z.infer<typeof deposit>;
export type UsgsExploration = z.infer<typeof exploration>;
export type McsFigure = z.infer<typeof figure>;
export type PhosphateComplex = z.infer<typeof complex>;
export type CitedPage = z.infer<typeof citedPage>;
export type CompiledPolicy = z.infer<typeof policy>;
export type CompiledEvent = z.infer<typeof event>;
export type CompiledOrganisation = z.infer<typeof organisation>;
export type SourceCountry = z.infer<typeof country>;
export type CgiConcept = z.infer<typeof concept>;
export type OwnCommodity = z.infer<typeof ownCommodity>;

/** Everything that the seeds are made of, read and checked column by column. */
export type Sources = ReturnType<typeof readSources>;
export function readSources(folder: string) {
  const json = <Row>(file: string, row: z.ZodType<Row>) =>
    checked(file, z.array(row), JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const csv = <Row>(file: string, row: z.ZodType<Row>) =>
    checked(file, z.array(row), parse(readFileSync(join(folder, file)), { columns: true }));
  const lists = JSON.parse(readFileSync(join(folder, 'cgi_codelists.json'), 'utf8'));
  return {
    sites: json('usgs_africa_sites.json', site),
    deposits: json('usgs_africa_deposits.json', deposit),
    explorations: json('usgs_africa_exploration.json', exploration),
    figures: csv('usgs_mcs_africa.csv', figure),
    complexes: csv('phosphate_complexes_africa.csv', complex),
    policies: json('policies.json', policy),
    events: json('events.json', event),
    organisations: json('organisations.json', organisation),
    countries: json('countries54.json', country),
    concepts: checked('cgi_codelists.json', z.array(concept), lists.CommodityCode),
    commodities: json('commodities.json', ownCommodity),
  };
}

function checked<Row>(file: string, shape: z.ZodType<Row>, value: unknown): Row {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  throw new Error(
    `${file} is not as the mapping expects; mend the file or the mapping:\n${z.prettifyError(result.error)}`,
  );
}
