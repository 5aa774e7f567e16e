import { expect, test } from '@jest/globals';
import type { Filter } from '../../../../../subgraphs/kit/repository.ts';
import { partOf } from '../expected/tables.ts';
import type { OneDatabase } from '../on-each-database.ts';
import { production, puts, site, tonnes } from '../records.ts';

export function addsExactly({ open }: OneDatabase): void {
  const by2024 = (id: string, value: string | null, more: object = {}) =>
    production({
      id: `MA:production:${id}`,
      level: 'SITE',
      siteId: `MA:site:${id}`,
      quantity: { ...tonnes(value), ...more },
    });

  test('a sum is exact to the last digit, and says what it is made of', async () => {
    const repository = await open();
    await repository.write(
      puts('ProductionRecord', [
        by2024('a', '9007199254740993'),
        by2024('b', '9007199254740993'),
        by2024('c', '9007199254740993'),
        by2024('d', '0.1', { flag: 'ESTIMATED' }),
        by2024('e', '0.10', { flag: 'ROUNDED' }),
        by2024('f', '-2.5', { flag: 'LESS_THAN' }),
        by2024('g', null),
        by2024('h', null),
        by2024('i', '5', { unit: 'KILOTONNE' }),
        by2024('j', '7', { flag: 'GREATER_THAN', basis: 'metal content' }),
        production({ id: 'MA:production:k', commodityCode: null, quantity: tonnes('1000') }),
      ]),
    );
    const key = {
      commodityCode: 'copper',
      stage: 'MINE',
      year: 2024,
      level: 'SITE',
      countryCode: null,
    };
    const one = { count: 1, withheld: 0, estimated: 0, bounded: 0 };
    expect(await repository.aggregate('productionTotals', {}, [])).toEqual([
      {
        ...key,
        unit: 'KILOTONNE',
        basis: null,
        parts: { ...one, sum: '5', precision: 'EXACT', min: '5', max: '5' },
      },
      {
        ...key,
        unit: 'TONNE',
        basis: 'metal content',
        parts: { ...one, sum: '7', precision: 'AT_LEAST', min: '7', max: '7', bounded: 1 },
      },
      {
        ...key,
        unit: 'TONNE',
        basis: null,
        parts: {
          sum: '27021597764222976.7',
          precision: 'AT_LEAST',
          count: 6,
          min: '-2.5',
          max: '9007199254740993',
          withheld: 2,
          estimated: 2,
          bounded: 1,
        },
      },
    ]);
  });

  test('a capacity that sites share counts once, at the least of those that are asked for', async () => {
    const repository = await open();
    const among = ['MA:site:A', 'MA:site:a', 'MA:site:b'];
    const cathode = { commodityCode: 'copper', product: 'cathode', year: 2024 };
    const alone = { ...cathode, perYear: tonnes('1'), sharedWith: [] };
    const line = (id: string, value: string, type: string) => {
      const others = among.filter((each) => each !== id);
      return site({
        id,
        type,
        status: id === 'MA:site:A' ? 'CLOSED' : 'OPERATING',
        capacities: [
          {
            ...cathode,
            perYear: tonnes(value),
            sharedWith: others,
          },
          alone,
          alone,
          { ...cathode, product: 'acid', perYear: tonnes('0.5'), sharedWith: others },
          { commodityCode: null, perYear: tonnes('1000'), year: 2024, sharedWith: [] },
        ],
      });
    };
    await repository.write(
      puts('Site', [
        line('MA:site:a', '200', 'SMELTER'),
        line('MA:site:b', '300', 'SMELTER'),
        line('MA:site:A', '100', 'MINE'),
      ]),
    );
    const sums = async (filter: Filter) =>
      (await repository.aggregate('capacityTotals', filter, [])).map((row) => [
        row.siteType,
        [partOf(row.parts, 'sum'), partOf(row.parts, 'count')],
      ]);
    expect(await sums({})).toEqual([
      ['MINE', ['102.5', 4]],
      ['SMELTER', ['4', 4]],
    ]);
    expect(await sums({ statuses: ['OPERATING'] })).toEqual([['SMELTER', ['204.5', 6]]]);
  });

  test('an unknown capacity adds nothing to its sum but a doubt, and leaves the other sums alone', async () => {
    const repository = await open();
    const rock = (id: string, perYear: ReturnType<typeof tonnes>, more: object = {}) =>
      site({
        id: `MA:site:${id}`,
        type: 'MINE',
        capacities: [
          { commodityCode: 'phosphate-rock', perYear, year: 2018, sharedWith: [], ...more },
        ],
      });
    const unknown = tonnes(null, { flag: 'NOT_AVAILABLE' });
    await repository.write(
      puts('Site', [
        rock('a', tonnes('2000')),
        rock('b', unknown),
        rock('c', unknown),
        rock('d', tonnes('7'), { year: 2017 }),
        rock('e', unknown, { year: 2016 }),
      ]),
    );
    const rows = await repository.aggregate('capacityTotals', {}, []);
    const one = { count: 1, estimated: 0, bounded: 0 };
    const none = { ...one, count: 0, min: null, max: null };
    expect(rows.map(({ year, parts }) => [year, parts])).toEqual([
      [2016, { ...none, sum: '0', precision: 'AT_LEAST', withheld: 1 }],
      [2017, { ...one, sum: '7', precision: 'EXACT', min: '7', max: '7', withheld: 0 }],
      [2018, { ...one, sum: '2000', precision: 'AT_LEAST', min: '2000', max: '2000', withheld: 2 }],
    ]);
  });

  test('a site counts under each of its commodities, and one of none under none', async () => {
    const repository = await open();
    await repository.write(
      puts('Site', [
        site({ id: 'MA:site:a', type: 'MINE', commodityCodes: ['copper', 'cobalt', 'copper'] }),
        site({ id: 'MA:site:b', type: 'MINE', commodityCodes: ['copper'] }),
        site({ id: 'MA:site:c', commodityCodes: [] }),
      ]),
    );
    const none = {
      countryCode: null,
      type: null,
      status: null,
      scale: null,
      certification: null,
      commodityCode: null,
    };
    expect(await repository.aggregate('siteCounts', {}, ['COMMODITY'])).toEqual([
      { ...none, commodityCode: 'cobalt', count: 1 },
      { ...none, commodityCode: 'copper', count: 2 },
    ]);
    expect(await repository.aggregate('siteCounts', {}, ['TYPE'])).toEqual([
      { ...none, type: 'MINE', count: 2 },
      { ...none, count: 1 },
    ]);
    expect(await repository.aggregate('siteCounts', {}, [])).toEqual([{ ...none, count: 3 }]);
    expect(await repository.aggregate('siteCounts', { types: [] }, [])).toEqual([]);
  });
}
