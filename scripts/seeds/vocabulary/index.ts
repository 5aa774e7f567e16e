import { jsonFile, type SeedFile } from '../files.ts';
import type { Sources } from '../sources.ts';
import { COMMODITIES_NOTICE, commodityEntries } from './commodities.ts';
import { COUNTRIES_NOTICE, countryEntry } from './countries.ts';

const FOLDER = 'subgraphs/amsg/seeds';

/** AMSG's vocabularies: the countries of Africa, and every commodity that any record speaks of. */
export const vocabularies = (
  sources: Pick<Sources, 'countries' | 'concepts' | 'commodities'>,
  usedCodes: Iterable<string>,
): readonly SeedFile[] => [
  jsonFile(
    `${FOLDER}/countries.json`,
    sources.countries.map(countryEntry).sort((a, b) => (a.code < b.code ? -1 : 1)),
  ),
  jsonFile(`${FOLDER}/countries.source.json`, COUNTRIES_NOTICE),
  jsonFile(`${FOLDER}/commodities.json`, commodityEntries(usedCodes, sources)),
  jsonFile(`${FOLDER}/commodities.source.json`, COMMODITIES_NOTICE),
];
