import type { LocalizedText, Quantity } from '../../../subgraphs/kit/rows.ts';
import type { ComplexRow } from '../../../subgraphs/morocco/complex-table.ts';
import { COMMODITIES } from './figures.ts';
import { idOf, STATES } from './setting.ts';

/** What AMSG and Morocco publish beside their records in generated worlds, in the columns of their SDL; references as codes and ids. */
export type Described = Readonly<Record<string, unknown>>;
export type Entry = Described & { readonly code: string; readonly name: LocalizedText };

/** A country of records is not always in the vocabulary (SA), and one in it has now and then no name in a language. */
export const COUNTRIES: readonly Entry[] = STATES.map((code, place) => ({
  code,
  iso3: `${code}X`,
  name: { en: `State ${code}`, fr: place % 3 ? `\u00c9tat ${code}` : null, originalLanguage: 'EN' },
  auRegion: place % 2 ? 'CENTRAL' : 'NORTHERN',
  m49: null,
  languages: ['fr', 'ar'],
  centroid: { lat: place, lon: -place, precision: 'COUNTRY' },
  amsgFoundingMember: place % 2 === 0,
  amsgMember: null,
}));

export const VOCABULARY: readonly Entry[] = COMMODITIES.filter(
  (code) => code !== 'no-such-commodity',
).map((code, place) => ({
  code,
  uri: `https://vocabulary.example/${code}`,
  symbol: place % 2 ? null : code.slice(0, 2),
  name: {
    en: code,
    fr: `${code} \u00e9`,
    ar: '\u0645\u0639\u062f\u0646',
    pt: null,
    originalLanguage: 'EN',
  },
  broader: place % 2 ? ['metal', 'copper'] : null,
  defaultUnit: 'TONNE',
  measureBasis: 'metal content',
  hsCodes: ['2605'],
  criticality: place % 3 ? [{ list: 'EU-CRMA-2024', level: 'CRITICAL', since: null }] : [],
}));

const grade = (value: string): Quantity => ({
  value,
  unit: 'PERCENT',
  basis: 'P2O5',
  flag: 'ESTIMATED',
});

export type Complex = ComplexRow;
/** Complexes of Morocco's sites by their first ones; sites that they name and that are not in the register are not theirs. */
export const COMPLEXES: readonly Complex[] = [
  { ...complex('Complex A', 0, 2), productGrade: grade('31.5'), rockType: 'sedimentary' },
  { ...complex('complex \u00c9', 3, 60), capacity: grade('9007199254740993') },
  { ...complex('Complex e', 4), oreGrade: grade('29'), oreConfidence: 'LOW' },
];

function complex(name: string, ...places: readonly number[]): Complex {
  const siteIds = places.map((place) => idOf('MA', 'site', place));
  const none = { region: null, rockType: null, status: null, capacity: null, oreGrade: null };
  const nothing = { oreConfidence: null, productGrade: null, productConfidence: null };
  return { name, ...none, ...nothing, provenance: null, siteIds };
}
/** What AMSG and Morocco publish beside their records. */
export type Published = {
  readonly countries: readonly Entry[];
  readonly commodities: readonly Entry[];
  readonly complexes: readonly Complex[];
};
export const GENERATED: Published = {
  countries: COUNTRIES,
  commodities: VOCABULARY,
  complexes: COMPLEXES,
};
