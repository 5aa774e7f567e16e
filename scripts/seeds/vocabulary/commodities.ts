import type { LocalizedText, Quantity } from '../../../subgraphs/index.ts';
import { RETRIEVED_AT, type SourceNotice } from '../record.ts';
import type { CgiConcept, OwnCommodity, Sources } from '../sources.ts';

export type CommodityEntry = {
  readonly code: string;
  readonly uri: string;
  readonly inspireUri: string | null;
  readonly symbol: string | null;
  readonly name: LocalizedText;
  readonly broader: readonly string[];
  readonly hsCodes: readonly string[];
  readonly defaultUnit: Quantity['unit'] | null;
  readonly measureBasis: string | null;
  readonly criticality: readonly {
    readonly list: string;
    readonly level: string;
    readonly since: string;
  }[];
};

/** UN/ECE Recommendation 20 to the contract's units. */
const UNITS: Readonly<Record<string, Quantity['unit']>> = {
  TNE: 'TONNE',
  KGM: 'KILOGRAM',
  CTM: 'CARAT',
};
/** The measures of the compilation in the words that the records use; carats are a unit, not a measure. */
const MEASURES: Readonly<Record<string, string | null>> = {
  'K2O equivalent': 'K2O',
  'Li content': 'metal content',
  'REO equivalent': 'REO',
  'TiO2 content': 'TiO2 content',
  carats: null,
  gross: 'gross weight',
  'gross usable ore': 'usable ore',
  'gross, marketable chromite ore': 'gross weight',
  metal: 'metal content',
  'metal content': 'metal content',
};
/** The days since which the lists hold. */
const EU_LIST = { list: 'EU-CRMA-2024', since: '2024-05-23' };
const US_LIST = { list: 'US-2025', since: '2025-11-07' };

/** The concepts of these codes, and every wider concept above them, by code. */
export function commodityEntries(
  codes: Iterable<string>,
  { concepts, commodities }: Pick<Sources, 'concepts' | 'commodities'>,
): readonly CommodityEntry[] {
  const byCode = new Map(concepts.map((concept) => [concept.code, concept]));
  const own = new Map(commodities.map((commodity) => [commodity.code, commodity]));
  const wanted = new Map<string, CgiConcept>();
  const add = (code: string): void => {
    const concept = byCode.get(code);
    if (!concept) throw new Error(`Expected a code of the CGI list, got "${code}".`);
    if (wanted.has(code)) return;
    wanted.set(code, concept);
    concept.broader.forEach(add);
  };
  for (const code of [...codes, ...own.keys()]) add(code);
  return [...wanted.values()]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((concept) => entryOf(concept, own.get(concept.code)));
}

function entryOf(concept: CgiConcept, own: OwnCommodity | undefined): CommodityEntry {
  return {
    code: concept.code,
    uri: concept.uri,
    inspireUri: concept.inspire ?? null,
    symbol: concept.symbol ?? null,
    name: {
      en: initial(concept.label.en ?? own?.name.en ?? concept.code),
      fr: concept.label.fr ? initial(concept.label.fr) : (own?.name.fr ?? null),
      ar: own?.name.ar ?? null,
      pt: own?.name.pt ?? null,
      originalLanguage: 'EN',
    },
    broader: concept.broader,
    hsCodes: own?.hs.map(({ code }) => code) ?? [],
    defaultUnit: own ? unitOf(own.defaultUnit) : null,
    measureBasis: own ? measureOf(own.measureBasis) : null,
    criticality: [
      ...(own?.critical.EU_CRMA_2024 ? [{ ...EU_LIST, level: own.critical.EU_CRMA_2024 }] : []),
      ...(own?.critical.US_2025 ? [{ ...US_LIST, level: 'CRITICAL' }] : []),
    ],
  };
}

function unitOf(code: string): Quantity['unit'] {
  const unit = UNITS[code];
  if (unit) return unit;
  throw new Error(
    `Expected one of ${Object.keys(UNITS).join(', ')} as default unit, got "${code}".`,
  );
}

function measureOf(published: string): string | null {
  const measure = MEASURES[published];
  if (measure !== undefined) return measure;
  throw new Error(`Expected "${published}" in the table of measures; add it there.`);
}

/** The list writes some labels with a small initial and some with a capital. */
const initial = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

export const COMMODITIES_NOTICE: SourceNotice = {
  source: 'CGI/IUGS vocabulary commodity-code',
  publisher: 'IUGS Commission for the Management and Application of Geoscience Information',
  citation:
    'CGI, EarthResourceML vocabularies: commodity-code. HS 2022 codes, units, criticality, and names in Arabic and Portuguese: Zellige compilation; those names are translations still to be reviewed.',
  url: 'http://resource.geosciml.org/classifier/cgi/commodity-code',
  licence: 'CC-BY-4.0',
  attribution:
    'IUGS Commission for the Management and Application of Geoscience Information, commodity-code vocabulary, CC BY 4.0; first letters made capital, codes, units and names added by the Zellige maintainers.',
  retrievedAt: RETRIEVED_AT,
};
