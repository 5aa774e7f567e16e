import type { GeoPoint, LocalizedText } from '../../../subgraphs/index.ts';
import { RETRIEVED_AT, type SourceNotice } from '../record.ts';
import type { SourceCountry } from '../sources.ts';

export type CountryEntry = {
  readonly code: string;
  readonly iso3: string;
  readonly m49: string;
  readonly name: LocalizedText;
  readonly auRegion: string;
  readonly unSubregion: string;
  readonly languages: readonly string[];
  readonly capital: string;
  readonly currency: string;
  readonly centroid: GeoPoint;
  readonly amsgFoundingMember: boolean;
  readonly amsgMember: boolean | null;
};

/** Known as members since the founding: Mauritania held an office in January 2026. */
const LATER_MEMBERS: readonly string[] = ['MR'];

export const countryEntry = (country: SourceCountry): CountryEntry => ({
  code: country.iso2,
  iso3: country.iso3,
  m49: country.m49.padStart(3, '0'),
  name: { ...country.name, originalLanguage: 'EN' },
  auRegion: country.auRegion,
  unSubregion: country.unSubregion,
  languages: country.languages,
  capital: country.capital,
  currency: country.currency,
  centroid: { ...country.centroid, precision: 'COUNTRY' },
  amsgFoundingMember: country.amsgFoundingMember,
  amsgMember: country.amsgFoundingMember || LATER_MEMBERS.includes(country.iso2) ? true : null,
});

export const COUNTRIES_NOTICE: SourceNotice = {
  source: 'ISO 3166, UN M49, Unicode CLDR, Natural Earth, African Union, AMSG',
  publisher: 'Zellige maintainers',
  citation:
    'Codes, names, currencies and capitals: Datahub country-codes (UNTERM, UNSD). Portuguese names and languages: Unicode CLDR 48. Centroids: Natural Earth 4.1. Regions: African Union. Founding members of AMSG: Mining Focus Africa, 2024-09-27.',
  url: 'https://github.com/datasets/country-codes',
  licence: 'PDDL-1.0 AND Unicode-3.0',
  attribution:
    'Datahub country-codes (PDDL-1.0); Unicode CLDR, © Unicode, Inc. (Unicode-3.0); made with Natural Earth (public domain).',
  retrievedAt: RETRIEVED_AT,
};
