import { expect, test } from '@jest/globals';
import { dimensionOf } from '../../../schema/index.ts';
import { rowOf, rowsOf } from './committed.ts';

/** Each warning of the sources, by its number there. */

test('5: the DRC’s cobalt of 2022 has two editions of one figure', () => {
  const cobalt = rowsOf('ProductionRecord').filter(
    ({ home, commodityCode, year }) => home === 'CD' && commodityCode === 'cobalt' && year === 2022,
  );
  expect(cobalt.map(({ edition, stage, quantity }) => ({ edition, stage, quantity }))).toEqual([
    {
      edition: 'MCS2023',
      stage: 'MINE',
      quantity: { value: '130000', unit: 'TONNE', basis: 'metal content', flag: 'ESTIMATED' },
    },
    {
      edition: 'MCS2024',
      stage: 'MINE',
      quantity: { value: '144000', unit: 'TONNE', basis: 'metal content', flag: 'ESTIMATED' },
    },
  ]);
});

test('5: a figure of 2022 that both editions have is the same figure in both', () => {
  const keys = (edition: string) =>
    new Set(
      rowsOf('ProductionRecord')
        .filter((row) => row.edition === edition && row.year === 2022)
        .map(({ home, commodityCode, stage, quantity, published }) =>
          JSON.stringify([
            home,
            commodityCode ?? published?.[0]?.word,
            stage,
            quantity?.basis,
            quantity && dimensionOf(quantity.unit),
          ]),
        ),
    );
  const [older, newer] = [keys('MCS2023'), keys('MCS2024')];
  // What only one edition has is a country or a commodity that the other does not list, never other words for the same line.
  const lines = (from: ReadonlySet<string>, but: ReadonlySet<string>) =>
    [...from].filter((key) => !but.has(key)).map((key) => JSON.parse(key).slice(0, 2).join(' '));
  const both = (a: string) => lines(older, newer).includes(a) && lines(newer, older).includes(a);
  expect(lines(older, newer).filter(both)).toEqual([]);
  expect([...older].filter((key) => newer.has(key)).length).toBe(108);
});

test('5: withheld, unknown and senseless figures are no number, and a dash is nought', () => {
  const figures = [
    ...rowsOf('ProductionRecord').map(({ id, quantity, published }) => ({
      id,
      quantity,
      published,
    })),
    ...rowsOf('ResourceEstimate').map(({ id, contained, published }) => ({
      id,
      quantity: contained,
      published,
    })),
  ];
  const marked = (mark: string) =>
    figures
      .filter(({ published }) =>
        published?.some(({ field, word }) => field.endsWith('.flag') && word === mark),
      )
      .map(({ quantity }) => `${quantity?.value} ${quantity?.flag}`);
  expect(new Set(marked('NA'))).toEqual(new Set(['null NOT_AVAILABLE']));
  expect(marked('XX')).toEqual(Array(4).fill('null NOT_AVAILABLE'));
  expect(marked('—')).toEqual(Array(4).fill('0 EXACT'));
  const withoutValue = figures.filter(({ quantity }) => quantity?.value === null);
  expect(withoutValue.length).toBe(marked('NA').length + 4);
});

test('5: reserves are of the year before the edition, and not classified by UNFC', () => {
  const years = new Set(
    rowsOf('ResourceEstimate').map(
      ({ edition, effectiveDate, reportingCode, unfc, crirsco }) =>
        `${edition} ${effectiveDate} ${reportingCode} ${unfc} ${crirsco}`,
    ),
  );
  expect(years).toEqual(
    new Set([
      'MCS2023 2022 USGS_MCS null null',
      'MCS2024 2023 USGS_MCS null null',
      'MCS2026 2025 USGS_MCS null null',
    ]),
  );
});

test('5: all platinum-group reserves stand in the row of platinum and are called what they are', () => {
  const ofZa = (commodityCode: string) =>
    rowsOf('ResourceEstimate')
      .filter((row) => row.home === 'ZA' && row.commodityCode === commodityCode)
      .map(({ edition, contained }) => [edition, contained?.value, contained?.basis]);
  expect(ofZa('platinum-group')).toEqual([
    ['MCS2023', '63000000', 'PGM content'],
    ['MCS2024', '63000000', 'PGM content'],
  ]);
  expect(ofZa('platinum')).toEqual([]);
  expect(ofZa('palladium')).toEqual([
    ['MCS2023', null, null],
    ['MCS2024', null, null],
  ]);
});

test('5: gem diamonds and industrial diamonds are two figures of one commodity, in carats', () => {
  const botswana = rowsOf('ProductionRecord').filter(
    ({ home, year, edition, commodityCode }) =>
      home === 'BW' && year === 2023 && edition === 'MCS2024' && commodityCode === 'diamond',
  );
  expect(botswana.map(({ quantity }) => quantity)).toEqual([
    { value: '17000000', unit: 'CARAT', basis: 'gem-quality', flag: 'ESTIMATED' },
    { value: '7000000', unit: 'CARAT', basis: 'industrial', flag: 'ESTIMATED' },
  ]);
});

test('5: South Africa’s iron ore reserves are in million tonnes, crude ore and iron apart', () => {
  const iron = rowsOf('ResourceEstimate').filter(
    ({ home, commodityCode, edition }) =>
      home === 'ZA' && commodityCode === 'iron-ore' && edition === 'MCS2024',
  );
  expect(iron.map(({ contained }) => contained)).toEqual([
    { value: '990', unit: 'MEGATONNE', basis: 'crude ore', flag: 'EXACT' },
    { value: '620', unit: 'MEGATONNE', basis: 'metal content', flag: 'EXACT' },
  ]);
});

test('5: two columns whose unit is not what they say are read as what they are, and say so', () => {
  const chromium = rowOf(
    'ProductionRecord',
    'ZA:production:chromium-mine-gross-weight-2022-mcs2023',
  );
  expect(chromium.quantity).toMatchObject({ value: '18000', unit: 'KILOTONNE' });
  const vanadium = rowOf('ResourceEstimate', 'ZA:estimate:vanadium-metal-content-mcs2023');
  expect(vanadium.contained).toMatchObject({ value: '3500', unit: 'KILOTONNE' });
  for (const { published } of [chromium, vanadium])
    expect(published?.find(({ field }) => field.endsWith('.unit'))?.word).toMatch(
      /^t \(read as kt/,
    );
});
