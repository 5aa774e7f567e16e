import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

type Located = {
  readonly id: string;
  readonly usgsId: string;
  readonly country: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
};
export type Product = {
  readonly commodity: string;
  readonly cgi: string | null;
  readonly product: string | null;
  readonly status: string;
  readonly year: number;
  readonly annualCapacity: number | null;
  readonly capacityUnit: string | null;
  readonly capacityFlags?: readonly string[];
  readonly sharedWith?: readonly string[];
  readonly note?: string;
  readonly operator?: string;
  readonly owners?: readonly { readonly name: string; readonly sharePct: number | null }[];
};
export type Facility = Located & {
  readonly type: string;
  readonly locationConfidence: string;
  readonly products: readonly Product[];
};
export type Ground = Located & {
  readonly commodities: readonly { readonly cgi: string | null }[];
  readonly depositType?: string | null;
  readonly status?: string;
};
export type Figure = Readonly<
  Record<
    | 'edition'
    | 'commodity'
    | 'country'
    | 'statistic'
    | 'year'
    | 'value'
    | 'flag'
    | 'unit'
    | 'basis'
    | 'estimated'
    | 'valueTonnes',
    string
  >
>;
export type Names = Readonly<Partial<Record<'en' | 'fr' | 'ar' | 'pt', string>>>;
export type Page = { readonly url: string | null; readonly date: string | null };
export type Act = {
  readonly id: string;
  readonly country: string;
  readonly type: string;
  readonly title: Names;
  readonly status: string;
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
  readonly commodities: readonly string[];
  readonly sources: readonly Page[];
  readonly repealedBy?: string;
};
export type Meeting = {
  readonly id: string;
  readonly name: Names;
  readonly startDate: string;
  readonly endDate: string;
  readonly location: { readonly city: string | null; readonly country: string | null };
  readonly organizer?: readonly string[];
  readonly outcome?: Names;
};
export type Commodity = {
  readonly code: string;
  readonly name: Names;
  readonly hs: readonly { readonly code: string }[];
  readonly critical: { readonly EU_CRMA_2024: string | null };
};
type Concept = { readonly code: string; readonly label: Names };

export type Sources = ReturnType<typeof readSources>;

/** The sources as they were collected. They are kept beside the project and are not part of it. */
export function readSources(folder: string) {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const rows = <Row>(file: string) => parseRows<Row>(file, JSON.parse(text(file)));
  return {
    collectedOn: dayIn(text('SOURCES.md')),
    countries: rows<{ readonly iso2: string }>('countries54.json').map(({ iso2 }) => iso2),
    facilities: rows<Facility>('usgs_africa_sites.json'),
    deposits: rows<Ground>('usgs_africa_deposits.json'),
    projects: rows<Ground>('usgs_africa_exploration.json'),
    figures: parseRows<Figure>(
      'usgs_mcs_africa.csv',
      parse(text('usgs_mcs_africa.csv'), { columns: true }),
    ),
    acts: rows<Act>('policies.json'),
    meetings: rows<Meeting>('events.json'),
    bodies: rows<{ readonly id: string }>('organisations.json'),
    commodities: rows<Commodity>('commodities.json'),
    concepts: parseRows<Concept>(
      'CommodityCode',
      JSON.parse(text('cgi_codelists.json')).CommodityCode,
    ),
  };
}

function parseRows<Row>(file: string, value: unknown): readonly Row[] {
  if (Array.isArray(value)) return value as readonly Row[];
  throw new Error(`Expected a list of rows in ${file}, got ${typeof value}.`);
}

function dayIn(text: string): string {
  const day = /^Collected (\d{4}-\d{2}-\d{2}) /m.exec(text)?.[1];
  if (day) return day;
  throw new Error('Expected "Collected YYYY-MM-DD" in SOURCES.md, so as to know the day.');
}
