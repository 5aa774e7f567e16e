import type { EstimateRow, ProductionRow, Provenance, Rows } from '../../../subgraphs/index.ts';
import { jsonFile, recordFiles, type SeedFile } from '../files.ts';
import { provenanceOf, publishedWords, record, slug } from '../record.ts';
import type { McsFigure, Sources } from '../sources.ts';
import { figureWords, isInAUnitOfTheContract, quantityOf } from './amounts.ts';
import { citationOf, NOTICE } from './notice.ts';
import { subjectOf } from './subjects.ts';

const FOLDER = 'subgraphs/national/seeds/usgs-mcs';

/** Output and reserves by country, a row for each edition, one file per state. */
export function usgsMcs({ figures, countries }: Pick<Sources, 'figures' | 'countries'>) {
  const kept = figures.filter((each) => isInAUnitOfTheContract(each) && !isCapacity(each));
  const members = countries.map(({ iso2 }) => iso2).sort();
  const rows = new Map(members.map((member) => [member, rowsOf(member, kept)]));
  return [
    ...recordFiles(FOLDER, rows, { packed: true }),
    jsonFile(`${FOLDER}/SOURCE.json`, NOTICE),
    jsonFile(`${FOLDER}/left-out.json`, leftOut(figures)),
  ] satisfies readonly SeedFile[];
}

/** A capacity of a whole country is neither output nor a site's capacity. */
const isCapacity = ({ basis }: McsFigure): boolean => basis === 'Clinker capacity, estimated';

function rowsOf(member: string, figures: readonly McsFigure[]): Rows {
  const own = figures.filter(({ country }) => country === member);
  return {
    ResourceEstimate: own.filter(({ statistic }) => statistic === 'RESERVES').map(estimateRow),
    ProductionRecord: own.filter(({ statistic }) => statistic === 'PRODUCTION').map(productionRow),
  };
}

export function productionRow(figure: McsFigure): ProductionRow {
  const { commodityCode, stage, basis } = subjectOf(figure);
  const { country, commodity, year, edition } = figure;
  const local = [commodityCode ?? commodity, stage, basis ?? '', year, edition].join(' ');
  return {
    ...record(`${country}:production:${slug(local)}`, provenance(figure)),
    countryCode: country,
    level: 'COUNTRY',
    siteId: null,
    commodityCode,
    stage,
    year: Number(year),
    quantity: quantityOf(figure, basis),
    value: null,
    edition,
    published: publishedWords(figureWords(figure, 'quantity')),
  };
}

/** USGS reserves are not classified by UNFC or CRIRSCO, and no bridge is guessed. */
export function estimateRow(figure: McsFigure): EstimateRow {
  const subject = subjectOf(figure);
  const { commodityCode, basis } = { ...subject, ...subject.reserves };
  const { country, commodity, year, edition } = figure;
  const local = [commodityCode ?? commodity, basis ?? '', edition].join(' ');
  return {
    ...record(`${country}:estimate:${slug(local)}`, provenance(figure)),
    countryCode: country,
    level: 'COUNTRY',
    commodityCode,
    depositId: null,
    unfc: null,
    crirsco: null,
    reportingCode: 'USGS_MCS',
    tonnage: null,
    grade: null,
    contained: quantityOf(figure, basis),
    effectiveDate: year,
    edition,
    published: publishedWords(figureWords(figure, 'contained')),
  };
}

function provenance(figure: McsFigure): Provenance {
  const { edition, year, estimated } = figure;
  const isEstimated = estimated === 'True';
  return provenanceOf(NOTICE, {
    method: isEstimated ? 'ESTIMATED' : 'REPORTED',
    asOf: year,
    confidence: isEstimated ? 'MODERATE' : 'HIGH',
    ...citationOf(edition),
  });
}

/** What the source has and the seeds have not: to be read, and held by a test. */
const leftOut = (figures: readonly McsFigure[]) => ({
  figuresInUnitsThatTheContractLacks: {
    helium: figures.filter((each) => !isInAUnitOfTheContract(each)).length,
  },
  capacitiesOfCountries: figures.filter(isCapacity).length,
  productionWithoutACommodity: figures.filter(
    (each) =>
      each.statistic === 'PRODUCTION' &&
      isInAUnitOfTheContract(each) &&
      !isCapacity(each) &&
      subjectOf(each).commodityCode === null,
  ).length,
});
