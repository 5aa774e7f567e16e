import { expect, test } from '@jest/globals';
import {
  COMMODITIES,
  RECORD_FILES,
  readSeed,
  rowsOf,
  SEED_PATHS,
  TYPES,
  tally,
  textOf,
} from './committed.ts';

const AFRICA = 'subgraphs/national/seeds/usgs-africa-2021';
const MCS = 'subgraphs/national/seeds/usgs-mcs';

test('of 1,963 sites 1,623 are not of oil and gas, and 20 of those list nothing but petroleum or gas', () => {
  expect(readSeed(`${AFRICA}/left-out.json`)).toEqual({
    sitesOfOilAndGas: 340,
    sitesOfNothingButPetroleumOrGas: [
      'CI:site:CIV009',
      'EG:site:EGY023',
      'EG:site:EGY024',
      'EG:site:EGY026',
      'EG:site:EGY027',
      'EG:site:EGY028',
      'EG:site:EGY038',
      'EG:site:EGY043',
      'EG:site:EGY044',
      'EG:site:EGY046',
      'GQ:site:GNQ008',
      'GQ:site:GNQ010',
      'LY:site:LBY028-3',
      'LY:site:LBY065',
      'MZ:site:MOZ007',
      'MZ:site:MOZ008',
      'NG:site:NGA002',
      'NG:site:NGA007',
      'RW:site:RWA029',
      'RW:site:RWA030',
    ],
    petroleumAndGasOfOtherSites: 0,
    inWesternSahara: [],
    capacitiesInUnitsThatTheContractLacks: {
      'Cubic meters': 1,
      'Thousand bricks': 4,
      'no unit': 1,
    },
    productsWithoutACommodity: {
      Bricks: 2,
      'Calcium carbonate': 2,
      Carbon: 1,
      'Caustic soda': 1,
      Cement: 242,
      Coke: 4,
      Dolomite: 3,
      Ferromanganese: 1,
      Ferrosilicon: 1,
      Glass: 2,
      Glasswool: 1,
      Methanol: 5,
      Nitrogen: 50,
      Rockwool: 1,
      Soda: 2,
    },
    depositCommoditiesWithoutACode: { 'Sodium sulfate': 8 },
  });
  expect(rowsOf('Site').length).toBe(1963 - 340 - 20);
});

test('how many records of each type there are', () => {
  expect(Object.fromEntries(TYPES.map((type) => [type, rowsOf(type).length]))).toEqual({
    Organisation: 1447,
    Deposit: 1189 + 1092,
    Site: 1603,
    ResourceEstimate: 238,
    ProductionRecord: 494,
    Policy: 17,
    Event: 10,
  });
});

test('of 748 figures of output and reserves 12 are volumes of helium and 4 are capacities of a country', () => {
  expect(readSeed(`${MCS}/left-out.json`)).toEqual({
    figuresInUnitsThatTheContractLacks: { helium: 12 },
    capacitiesOfCountries: 4,
    productionWithoutACommodity: 16,
  });
  expect(rowsOf('ProductionRecord').length + rowsOf('ResourceEstimate').length).toBe(748 - 12 - 4);
});

test('52 of the 54 states have sites, deposits or prospects; a state without figures has no file', () => {
  const members = (folder: string) =>
    RECORD_FILES.filter((each) => each.folder === folder).map(({ member }) => member);
  const states = (
    readSeed('subgraphs/amsg/seeds/countries.json') as readonly { readonly code: string }[]
  ).map(({ code }) => code);
  expect(states.length).toBe(54);
  expect(states.filter((code) => !members(AFRICA).includes(code))).toEqual(['KM', 'ST']);
  expect(members(MCS).length).toBe(34);
  const empty = RECORD_FILES.filter(({ rows }) => Object.values(rows).flat().length === 0);
  expect(empty).toEqual([]);
});

test('the words of the sources for a site’s type, status and method are mapped as the tables say', () => {
  const sites = rowsOf('Site');
  expect(tally(sites.map(({ type }) => type))).toEqual({
    MINE: 912,
    PROCESSING_PLANT: 620,
    REFINERY: 42,
    SMELTER: 29,
  });
  expect(tally(sites.map(({ status }) => status))).toEqual({
    ASSUMED_ACTIVE: 1464,
    OPERATING: 14,
    CONSTRUCTION: 2,
    UNDER_DEVELOPMENT: 1,
    CARE_AND_MAINTENANCE: 111,
    NOT_OPERATING: 6,
    CLOSED: 5,
  });
  expect(tally(sites.map(({ scale }) => scale))).toEqual({
    ARTISANAL_SMALL_SCALE: 135,
    null: 1468,
  });
  expect(tally(rowsOf('Deposit').map(({ type }) => type))).toEqual({
    DEPOSIT: 1189,
    PROSPECT: 776,
    PROJECT: 316,
  });
});

test('the vocabulary holds 140 concepts of the CGI list, 52 of them in four languages', () => {
  expect(COMMODITIES.length).toBe(140);
  expect(COMMODITIES.filter(({ name }) => name.ar && name.pt).length).toBe(52);
});

test('no text of the Harmonized System is shipped, only its codes', () => {
  const texts = SEED_PATHS.map(textOf).join('\n');
  expect(texts).not.toMatch(/ores and concentrates;|Aluminium ores and|unwrought/i);
  const codes = (
    readSeed('subgraphs/amsg/seeds/commodities.json') as readonly {
      readonly hsCodes: readonly string[];
    }[]
  ).flatMap(({ hsCodes }) => hsCodes);
  expect(codes.length).toBe(60);
  expect(codes.filter((code) => !/^\d{4}(\d\d)?$/.test(code))).toEqual([]);
});
