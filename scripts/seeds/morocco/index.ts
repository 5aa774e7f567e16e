import type { Provenance, Quantity } from '../../../subgraphs/index.ts';
import { jsonFile, type SeedFile } from '../files.ts';
import { amount, provenanceOf, RETRIEVED_AT, type SourceNotice } from '../record.ts';
import type { PhosphateComplex, Sources } from '../sources.ts';

const FOLDER = 'subgraphs/morocco/seeds';

export type ComplexEntry = {
  readonly name: string;
  readonly region: string;
  readonly rockType: string;
  readonly status: string;
  readonly capacity: Quantity;
  readonly oreGrade: Quantity;
  readonly oreConfidence: string;
  readonly productGrade: Quantity;
  readonly productConfidence: string;
  readonly siteIds: readonly string[];
  readonly provenance: Provenance;
};

/** Sites of the USGS register by complex: those whose own names say the mining centre. */
const SITES: Readonly<Record<string, readonly string[]>> = {
  /** "(Gantour Mining Center)": Ben Guerir, Bouchane, Mzinda. */
  Gantour: ['MA:site:MAR002', 'MA:site:MAR007', 'MA:site:MAR058'],
  /** "(Khouribga Mining Center)": Beni Amir, Khouribga, Merah El Ahrach and Sidi Chennane. */
  Khouribga: ['MA:site:MAR003', 'MA:site:MAR031', 'MA:site:MAR041'],
  /** In development; the register of 2018 has no site of it. */
  Meskala: [],
};
/** In Western Sahara, so not Morocco's to show. */
const LEFT_OUT: readonly string[] = ['Boucraa'];

const CONFIDENCES: Readonly<Record<string, string>> = {
  High: 'HIGH',
  Medium: 'MODERATE',
  Low: 'LOW',
};

/** What Morocco publishes beyond the contract. */
export const phosphate = ({ complexes }: Pick<Sources, 'complexes'>): readonly SeedFile[] => [
  jsonFile(
    `${FOLDER}/phosphate.json`,
    complexes
      .filter(({ country, name }) => country === 'MA' && !LEFT_OUT.includes(name))
      .map(complexEntry)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  ),
  jsonFile(`${FOLDER}/SOURCE.json`, NOTICE),
];

function complexEntry(complex: PhosphateComplex): ComplexEntry {
  const siteIds = SITES[complex.name];
  if (!siteIds)
    throw new Error(`Expected the complex "${complex.name}" in the table of sites; add it there.`);
  return {
    name: complex.name,
    region: complex.subnational_area,
    rockType: complex.rock_type,
    status: complex.status,
    capacity: exactly(complex.capacity_mt_per_year, 'MEGATONNE', null),
    oreGrade: exactly(complex.ore_p2o5_pct, 'PERCENT', 'P2O5'),
    oreConfidence: confidenceOf(complex.ore_confidence),
    productGrade: exactly(complex.product_p2o5_pct, 'PERCENT', 'P2O5'),
    productConfidence: confidenceOf(complex.product_confidence),
    siteIds,
    provenance: provenanceOf(NOTICE, {
      method: 'REPORTED',
      asOf: '2024',
      confidence: confidenceOf(complex.ore_confidence),
    }),
  };
}

const exactly = (value: string, unit: Quantity['unit'], basis: string | null): Quantity =>
  amount(Number(value), { unit }, { basis, flag: 'EXACT' });

function confidenceOf(published: string): string {
  const confidence = CONFIDENCES[published];
  if (confidence) return confidence;
  throw new Error(`Expected High, Medium or Low as confidence, got "${published}".`);
}

const NOTICE: SourceNotice = {
  source: 'IIASA, Global dataset on phosphate mining and beneficiation',
  publisher: 'International Institute for Applied Systems Analysis',
  citation:
    'Shchiptsova, A., 2024, Global dataset on phosphate mining and beneficiation: International Institute for Applied Systems Analysis, https://doi.org/10.5281/zenodo.10676569.',
  url: 'https://doi.org/10.5281/zenodo.10676569',
  licence: 'CC-BY-4.0',
  attribution:
    '© 2024 International Institute for Applied Systems Analysis, CC BY 4.0; Moroccan complexes only, without Boucraa, with the sites of the register added.',
  retrievedAt: RETRIEVED_AT,
};
