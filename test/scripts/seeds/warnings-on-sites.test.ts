import { expect, test } from '@jest/globals';
import { addDecimals } from '../../../schema/index.ts';
import { rowOf, rowsOf, SEED_PATHS, tally, textOf } from './committed.ts';

/** Each warning of the sources, by its number there. */

test('1: a location with several facilities is several sites, each with its own name and the number of the location', () => {
  const at = (usgsId: string) =>
    rowsOf('Site')
      .filter(({ otherIds }) => otherIds?.[0]?.value === usgsId)
      .map(({ id, name, type }) => [id, name?.en, type]);
  expect(at('MAR031')).toEqual([
    ['MA:site:MAR031', 'Khouribga Mine (Khouribga Mining Center)', 'MINE'],
    ['MA:site:MAR031-2', 'Jorf Lasfar Clinker Mill', 'PROCESSING_PLANT'],
  ]);
  expect(at('ZMB048').length).toBe(4);
});

test('2: Khouribga’s 22.6 million tonnes are one capacity of three sites, and the clinker mill beside one of them has no part in it', () => {
  const khouribga = ['MA:site:MAR003', 'MA:site:MAR031', 'MA:site:MAR041'];
  const sharers = rowsOf('Site').filter(({ capacities }) =>
    capacities?.some(({ perYear }) => perYear.value === '22600000'),
  );
  expect(sharers.map(({ id }) => id)).toEqual(khouribga);
  for (const id of khouribga)
    expect(rowOf('Site', id).capacities).toEqual([
      {
        commodityCode: 'phosphate-rock',
        product: 'Phosphate rock',
        perYear: { value: '22600000', unit: 'TONNE', basis: null, flag: 'EXACT' },
        year: 2018,
        sharedWith: khouribga.filter((other) => other !== id),
      },
    ]);
  expect(sumOnce('MA', 'phosphate-rock', '22600000')).toBe('22600000');
});

test('2: who shares a capacity is named by all who share it, with the same amount of the same thing', () => {
  const all = rowsOf('Site').flatMap((site) =>
    (site.capacities ?? []).map((capacity) => ({ id: site.id, ...capacity })),
  );
  const shared = all.filter(({ sharedWith }) => sharedWith.length > 0);
  expect(shared.length).toBeGreaterThan(350);
  const broken = shared.flatMap(({ id, sharedWith, ...own }) =>
    sharedWith.filter((other) => {
      const there = all.find(
        (each) =>
          each.id === other &&
          JSON.stringify([each.commodityCode, each.product, each.year, each.perYear.value]) ===
            JSON.stringify([own.commodityCode, own.product, own.year, own.perYear.value]),
      );
      const both = [id, ...sharedWith].sort().join();
      return !there || [other, ...there.sharedWith].sort().join() !== both;
    }),
  );
  expect(broken).toEqual([]);
  expect(shared.filter(({ id, sharedWith }) => sharedWith.includes(id))).toEqual([]);
});

test('2: a location that the source names among the sharers of a capacity without having it is left out of them', () => {
  expect(rowOf('Site', 'DZ:site:DZA002').capacities?.[0]?.sharedWith).toEqual([
    'DZ:site:DZA003',
    'DZ:site:DZA004',
    'DZ:site:DZA005',
    'DZ:site:DZA006',
    'DZ:site:DZA007',
    'DZ:site:DZA008',
    'DZ:site:DZA009',
    'DZ:site:DZA010',
  ]);
  expect(rowOf('Site', 'DZ:site:DZA011').capacities?.[0]?.sharedWith).toEqual([]);
});

test('2: the flag that nobody explains is kept as published and changes no value', () => {
  const flagged = rowsOf('Site').filter(({ published }) =>
    published?.some(({ field, word }) => field === 'capacities.perYear.flag' && word === 'G'),
  );
  expect(flagged.length).toBe(64);
});

test('3: a capacity that was not given is unknown, not nought, and 140 are', () => {
  const amounts = rowsOf('Site').flatMap(({ capacities }) =>
    (capacities ?? []).map(({ perYear }) => perYear),
  );
  const [unknown, known] = [true, false].map((is) =>
    amounts.filter(({ value }) => (value === null) === is),
  );
  expect(unknown?.length).toBe(140);
  expect(tally(unknown?.map(({ flag }) => flag) ?? [])).toEqual({ NOT_AVAILABLE: 140 });
  expect(known?.length).toBeGreaterThan(1800);
  expect(
    known?.filter(({ value, flag }) => Number(value) <= 0 || flag === 'NOT_AVAILABLE'),
  ).toEqual([]);
  expect(rowOf('Site', 'CF:site:CAF001')).toMatchObject({
    commodityCodes: ['diamond'],
    capacities: [
      {
        commodityCode: 'diamond',
        product: null,
        perYear: { value: null, unit: 'CARAT', basis: null, flag: 'NOT_AVAILABLE' },
        year: 2018,
        sharedWith: [],
      },
    ],
  });
});

test('3: of Senegal’s four sites of phosphate rock three are of unknown capacity, in the unit of the fourth', () => {
  const rock = rowsOf('Site')
    .filter(({ home }) => home === 'SN')
    .flatMap(({ id, capacities }) =>
      (capacities ?? [])
        .filter(({ product }) => product === 'Phosphate rock')
        .map(({ commodityCode, perYear }) => [id, commodityCode, ...Object.values(perYear)]),
    );
  const unknown = ['phosphate-rock', null, 'KILOTONNE', null, 'NOT_AVAILABLE'];
  expect(rock).toEqual([
    ['SN:site:SEN002', ...unknown],
    ['SN:site:SEN003', ...unknown],
    ['SN:site:SEN005', ...unknown],
    ['SN:site:SEN013', 'phosphate-rock', '2000', 'KILOTONNE', null, 'EXACT'],
  ]);
});

test('3: "assumed active" of 2018 is a status of its own with its year, never "operating"', () => {
  const words = (status: string) =>
    rowsOf('Site')
      .filter((site) => site.status === status)
      .map(({ published }) => published?.find(({ field }) => field === 'status')?.word);
  expect(words('OPERATING').length).toBe(14);
  expect(words('OPERATING').includes('ASSUMED_ACTIVE')).toBe(false);
  expect(new Set(words('ASSUMED_ACTIVE'))).toEqual(
    new Set(['ASSUMED_ACTIVE', 'CARE_AND_MAINTENANCE']),
  );
  expect(new Set(rowsOf('Site').map(({ statusAsOf }) => statusAsOf))).toEqual(
    new Set(['2017', '2018']),
  );
});

test('4: a place outside its country is left as published, and the finding stands beside it', () => {
  const outside = [...rowsOf('Site'), ...rowsOf('Deposit')].filter(({ published }) =>
    published?.some(({ word }) => word.startsWith('outside the country')),
  );
  expect(outside.map(({ id, location }) => [id, location?.lat, location?.lon])).toEqual([
    ['ZA:site:ZAF095', 25.70719, 27.35699],
    ['AO:deposit:AOx010', expect.any(Number), expect.any(Number)],
    ['MG:deposit:MGd039', expect.any(Number), expect.any(Number)],
  ]);
});

test('8: no record lies in Western Sahara, by place or by name', () => {
  const placed = [...rowsOf('Site'), ...rowsOf('Deposit')].filter(({ home }) => home === 'MA');
  expect(placed.length).toBeGreaterThan(150);
  const south = placed.filter(({ location }) => (location?.lat ?? 0) < 27.67);
  expect(south).toEqual([]);
  const texts = SEED_PATHS.filter((path) => path.includes('/MA.') || path.includes('morocco'))
    .filter((path) => !path.endsWith('SOURCE.json'))
    .map(textOf)
    .join('\n');
  expect(texts).not.toMatch(/bou ?craa|la[âa]youne|dakhla\b|western sahara/i);
  const codes = rowsOf('Site').map(({ countryCode }) => countryCode);
  expect(codes.includes('EH')).toBe(false);
});

/** The capacity of a country's sites for a commodity, a shared one counted at the first of its sites. */
function sumOnce(member: string, commodityCode: string, value: string): string {
  return rowsOf('Site')
    .filter(({ home }) => home === member)
    .flatMap(({ id, capacities }) =>
      (capacities ?? [])
        .filter((each) => each.commodityCode === commodityCode && each.perYear.value === value)
        .filter(({ sharedWith }) => sharedWith.every((other) => id < other)),
    )
    .reduce((sum, { perYear }) => addDecimals(sum, perYear.value ?? '0'), '0');
}
