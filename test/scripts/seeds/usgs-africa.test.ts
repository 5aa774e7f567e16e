import { expect, test } from '@jest/globals';
import type { UsgsProduct, UsgsSite } from '../../../scripts/seeds/sources.ts';
import {
  capacityOf,
  capacityWords,
  measuredProductsOf,
} from '../../../scripts/seeds/usgs-africa/capacities.ts';
import { commodityCodesOf } from '../../../scripts/seeds/usgs-africa/commodity-words.ts';
import { isArtisanal, registerOf } from '../../../scripts/seeds/usgs-africa/parties.ts';
import { inScope, isInWesternSahara } from '../../../scripts/seeds/usgs-africa/scope.ts';
import { sharersOf } from '../../../scripts/seeds/usgs-africa/shared-capacities.ts';
import { methodOf, statusOf, typeOf } from '../../../scripts/seeds/usgs-africa/site-kinds.ts';
import {
  unknownCapacityOf,
  unknownProductsOf,
  usualUnitAmong,
} from '../../../scripts/seeds/usgs-africa/unknown-capacities.ts';
import { rowOf } from './committed.ts';

const product = (given: Partial<UsgsProduct>): UsgsProduct => ({
  commodity: 'Copper',
  cgi: 'copper',
  group: 'METAL',
  product: null,
  status: 'ASSUMED_ACTIVE',
  year: 2018,
  annualCapacity: null,
  capacityUnit: null,
  capacityFlags: [],
  sharedWith: [],
  owners: [],
  ...given,
});
const site = (given: Partial<UsgsSite>): UsgsSite => ({
  id: 'ZM:site:ZMB001',
  usgsId: 'ZMB001',
  country: 'ZM',
  name: 'A place',
  type: 'PROCESSING_PLANT',
  adm1: null,
  location: null,
  lat: -12,
  lon: 28,
  locationConfidence: 'ACTUAL',
  source: 'USGS-AFRICA-GIS-2021',
  sourceDetail: 'Table 2',
  qa: [],
  products: [product({})],
  ...given,
});

test.each([
  [{ annualCapacity: 230.14, capacityUnit: 'Thousand metric tons' }, '230.14', 'KILOTONNE'],
  [{ annualCapacity: 22600000, capacityUnit: 'Metric tons' }, '22600000', 'TONNE'],
  [{ annualCapacity: 4200, capacityUnit: 'Kilograms' }, '4200', 'KILOGRAM'],
  [{ annualCapacity: 12.5, capacityUnit: 'Thousand carats' }, '12500', 'CARAT'],
])('a capacity of %j is %s %s', (given, value, unit) => {
  const [measured] = measuredProductsOf(site({ products: [product(given)] }));
  expect(measured && capacityOf(measured, []).perYear).toEqual({
    value,
    unit,
    basis: null,
    flag: 'EXACT',
  });
});

test('a capacity in a unit that the contract lacks is kept in the source’s words alone', () => {
  const bricks = product({ annualCapacity: 40, capacityUnit: 'Thousand bricks' });
  expect(measuredProductsOf(site({ products: [bricks] }))).toEqual([]);
  expect(capacityWords(bricks, []).filter((each) => each !== null)).toEqual([
    { field: 'capacities', word: '40 Thousand bricks (2018)' },
  ]);
});

test.each([
  [{ product: 'Ore, cobalt content' }, 'metal content'],
  [{ product: 'Phosphoric acid, P2O5' }, 'P2O5'],
  [
    { product: 'Ore and concentrate', note: 'Capacity is in gross weight of ore.' },
    'gross weight of ore',
  ],
  [{ product: null, note: 'Columbite-tantalite. Estimated capacity.' }, 'columbite-tantalite'],
  [{ commodity: 'Iron and steel', product: 'Steel, crude' }, 'steel, crude'],
  [{ product: 'Mine' }, null],
])('the basis of %j is %s', (given, basis) => {
  const measured = { annualCapacity: 1, capacityUnit: 'Metric tons', ...given };
  const [first] = measuredProductsOf(site({ products: [product(measured)] }));
  expect(first && capacityOf(first, []).perYear.basis).toBe(basis);
});

test('a capacity that is not given is unknown, of the product and by the measure that it would be of', () => {
  const acid = product({ product: 'Phosphoric acid, P2O5', sharedWith: ['ZMB002'] });
  const sites = site({
    products: [acid, product({ annualCapacity: 1, capacityUnit: 'Kilograms' })],
  });
  expect(unknownProductsOf(sites, () => 'MEGATONNE').map(unknownCapacityOf)).toEqual([
    {
      commodityCode: 'copper',
      product: 'Phosphoric acid, P2O5',
      perYear: { value: null, unit: 'MEGATONNE', basis: 'P2O5', flag: 'NOT_AVAILABLE' },
      year: 2018,
      sharedWith: [],
    },
  ]);
  expect(capacityWords(acid, []).filter((each) => each !== null)).toEqual([
    { field: 'capacities', word: 'no capacity given (2018)' },
  ]);
});

test.each([
  ['the source’s own, where it names one', { capacityUnit: 'Thousand carats' }, 'CARAT'],
  ['the most frequent of the same in the country', { product: 'Cathode' }, 'KILOTONNE'],
  ['else of the same in Africa', { product: 'Ore' }, 'KILOGRAM'],
  ['else of the commodity in Africa', { product: 'Smelter' }, 'KILOGRAM'],
  ['else the tonne', { commodity: 'Gold', cgi: 'gold' }, 'TONNE'],
  ['and without a code the source’s word tells', { commodity: 'Cement', cgi: null }, 'KILOTONNE'],
])('the unit of an unknown capacity is %s', (_, given, unit) => {
  const known = (country: string, word: string, unitWords: readonly string[]) =>
    unitWords.map((capacityUnit) =>
      site({
        country,
        products: [product({ product: word, annualCapacity: 1, capacityUnit })],
      }),
    );
  const cement = { commodity: 'Cement', cgi: null, capacityUnit: 'Thousand metric tons' };
  const usual = usualUnitAmong(
    [
      ...known('ZM', 'Cathode', ['Metric tons', 'Thousand metric tons']),
      ...known('CD', 'Cathode', ['Metric tons', 'Metric tons', 'Metric tons']),
      ...known('CD', 'Ore', ['Metric tons', ...Array(5).fill('Kilograms')]),
      site({ products: [product({ ...cement, annualCapacity: 1 })] }),
    ].flatMap(measuredProductsOf),
  );
  const asked = site({ products: [product(given)] });
  expect(unknownProductsOf(asked, usual).map((each) => each.unit)).toEqual([unit]);
});

test('a capacity that counts several metals together is one capacity of what they have in common', () => {
  const note = 'Capacity is a combination of iridium and ruthenium.';
  const both = ['Iridium', 'Ruthenium'].map((commodity) =>
    product({
      commodity,
      cgi: commodity.toLowerCase(),
      product: 'Mine',
      annualCapacity: 4200,
      capacityUnit: 'Kilograms',
      capacityFlags: ['COMBINED'],
      note,
    }),
  );
  const measured = measuredProductsOf(site({ products: both }));
  expect(measured.map(({ commodityCode, product: made }) => [commodityCode, made])).toEqual([
    ['platinum-group', 'Iridium and ruthenium'],
  ]);
  expect(rowOf('Site', 'ZA:site:ZAF001').commodityCodes).toEqual(
    expect.arrayContaining(['iridium', 'ruthenium', 'platinum-group']),
  );
});

test('a location named as a sharer stands for the sites there that publish the same amount', () => {
  const combined = (amount: number, sharedWith: readonly string[]) => [
    product({
      annualCapacity: amount,
      capacityUnit: 'Metric tons',
      capacityFlags: ['COMBINED'],
      sharedWith: [...sharedWith],
    }),
  ];
  const sites = [
    site({ products: combined(7, ['ZMB002']) }),
    site({ id: 'ZM:site:ZMB002', usgsId: 'ZMB002', products: combined(7, []) }),
    site({ id: 'ZM:site:ZMB002-2', usgsId: 'ZMB002', products: combined(7, []) }),
    site({ id: 'ZM:site:ZMB002-3', usgsId: 'ZMB002', products: combined(8, []) }),
  ];
  const measured = sites.flatMap(measuredProductsOf);
  const sharers = sharersOf(measured);
  expect(measured.map((each) => sharers.get(each))).toEqual([
    ['ZM:site:ZMB002', 'ZM:site:ZMB002-2'],
    ['ZM:site:ZMB001', 'ZM:site:ZMB002-2'],
    ['ZM:site:ZMB001', 'ZM:site:ZMB002'],
    [],
  ]);
});

test('a site that makes nothing but petroleum goes, and a mixed one keeps the rest', () => {
  const oil = product({ commodity: 'Petroleum', cgi: 'oil' });
  const mixed = site({ id: 'EG:site:2', products: [oil, product({})] });
  const scoped = inScope([
    site({ id: 'EG:site:0', type: 'OIL_GAS_FIELD', products: [oil] }),
    site({ id: 'EG:site:1', products: [oil] }),
    mixed,
  ]);
  expect(scoped).toEqual({
    kept: [{ ...mixed, products: [product({})] }],
    ofTypesOut: ['EG:site:0'],
    onlyProductsOut: ['EG:site:1'],
    petroleumOfOthers: 1,
  });
});

test.each([
  ['Boucraa', 26.35, -12.85, true],
  ['a place near Laayoune', 27.15, -13.2, true],
  ['a place near Tifariti', 26.15, -10.57, true],
  ['a place near Tarfaya', 27.94, -12.93, false],
  ['a place near Zouerat', 22.73, -12.47, false],
  ['Nouadhibou', 20.9, -17.057, false],
  ['a place near Tindouf', 27.67, -8.14, false],
])('%s at %d, %d lies in Western Sahara: %s', (name, lat, lon, isThere) => {
  expect(isInWesternSahara({ name, adm1: null, lat, lon })).toBe(isThere);
});

test('parties are told apart by their names, whatever the case or accents; a crowd or a person is none', () => {
  const named = (operator: string, ...owners: readonly string[]) =>
    site({
      products: [product({ operator, owners: owners.map((name) => ({ name, sharePct: 50 })) })],
    });
  const { organisations, idOf } = registerOf(
    'ZM',
    [
      named('Anglo American Plc', 'Anglo American plc', 'Private investors'),
      named(
        'Artisanal and small scale miners (ASM)',
        'Government',
        'Hwange Colliery Company Ltd.<null>',
      ),
      named('Gilbert Kalamba Banika', 'La Générale des Carrières et des Mines SA (Gécamines)'),
    ],
    { source: '', method: 'REPORTED', asOf: '2018', licence: 'US-PD', synthetic: false },
  );
  expect(organisations.map(({ id, name, type }) => [id, name?.en, type])).toEqual([
    ['ZM:org:anglo-american-plc', 'Anglo American Plc', 'COMPANY'],
    ['ZM:org:government', 'Government', 'STATE_AGENCY'],
    ['ZM:org:hwange-colliery-company-ltd', 'Hwange Colliery Company Ltd.', 'COMPANY'],
  ]);
  expect(idOf('Anglo American plc')).toBe('ZM:org:anglo-american-plc');
  expect(idOf('Private investors')).toBe(null);
  expect(isArtisanal('Local cooperatives and small-scale miners')).toBe(true);
  expect(isArtisanal('Various companies and artisanal and small scale miners (ASM)')).toBe(false);
});

test('names too long for an id that begin alike get ids of their own', () => {
  const name = 'A '.repeat(40);
  const { organisations } = registerOf(
    'ZM',
    [`${name}x`, `${name}y`].map((operator) => site({ products: [product({ operator })] })),
    { source: '', method: 'REPORTED', asOf: '2018', licence: 'US-PD', synthetic: false },
  );
  const locals = organisations.map(({ id }) => id.slice('ZM:org:'.length));
  expect(new Set(locals).size).toBe(2);
  expect(locals.map((local) => local.length)).toEqual([63, 63]);
});

test.each([
  ['Smelter at Edea', [{ product: 'Ingots' }], 'SMELTER'],
  ['A plant', [{ product: 'Refined' }, { product: 'Sulfuric acid' }], 'REFINERY'],
  ['A plant', [{ product: 'Refined' }, { product: 'Mine' }], 'PROCESSING_PLANT'],
  ['Bindura Refinery and Smelter', [{ product: 'Refined metal' }], 'PROCESSING_PLANT'],
])('%s with %j is a %s', (name, products, type) => {
  expect(typeOf(site({ name, products: products.map(product) }))).toBe(type);
});

test('a mine’s own name tells how it is worked, or nothing does', () => {
  const mine = (name: string) => methodOf(site({ type: 'MINE_OR_QUARRY', name }));
  expect(
    ['Nchanga Open Pit Mine', 'Kwalini Quarry', 'Golden Quarry Mine', 'Catoca'].map(mine),
  ).toEqual(['OPEN_PIT', 'QUARRYING', null, null]);
  expect(methodOf(site({ type: 'BRINE' }))).toBe('OTHER');
});

test('a site is as active as the most active of its products, and the year is that product’s', () => {
  const idle = product({ status: 'CARE_AND_MAINTENANCE', year: 2018 });
  expect(statusOf([idle, product({ status: 'ACTIVE', year: 2017 })])).toEqual({
    status: 'OPERATING',
    statusAsOf: '2017',
  });
  expect(() => statusOf([product({ status: 'ASLEEP' })])).toThrow('got ASLEEP');
});

test('a commodity without a concept has no code, and an unknown word is refused', () => {
  expect(commodityCodesOf('Gem (ruby, sapphire)', null)).toEqual(['ruby', 'sapphire']);
  expect(commodityCodesOf('Cement', null)).toEqual([]);
  expect(() => commodityCodesOf('Unobtainium', null)).toThrow('Expected "Unobtainium"');
});
