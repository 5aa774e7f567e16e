import { expect, test } from '@jest/globals';
import type { Repository } from '../../../../../subgraphs/kit/repository.ts';
import type { OneDatabase } from '../on-each-database.ts';
import { estimate, production, puts, tonnes } from '../records.ts';

export function marksNewestEditions({ open }: OneDatabase): void {
  const figure = (edition: string | null, more: object = {}) =>
    production({ id: `MA:production:${edition}`, edition, ...more });
  const newest = async (repository: Repository) =>
    (
      await repository.page('ProductionRecord', {
        filter: {},
        orderBy: [],
        first: 50,
        wantsTotal: false,
      })
    ).rows.map(({ row }) => row.edition);

  test('the newest edition of a figure is found anew with each record that comes, changes or goes', async () => {
    const repository = await open();
    await repository.write(puts('ProductionRecord', [figure('MCS2024')]));
    await repository.write(puts('ProductionRecord', [figure('MCS2023'), figure(null)]));
    expect(await newest(repository)).toEqual(['MCS2024']);
    await repository.write(
      puts('ProductionRecord', [
        figure('MCS2026', { quantity: tonnes('5', { unit: 'KILOTONNE' }) }),
      ]),
    );
    expect(await newest(repository)).toEqual(['MCS2026']);
    await repository.write([
      { type: 'ProductionRecord', remove: 'MA:production:MCS2026', at: '2026-03-01T00:00:00Z' },
    ]);
    expect(await newest(repository)).toEqual(['MCS2024']);
    await repository.write(
      puts('ProductionRecord', [figure('MCS2024', { revision: 2, year: 2020 })]),
    );
    expect(await newest(repository)).toEqual(['MCS2023', 'MCS2024']);
    await repository.write(
      puts('ProductionRecord', [figure('MCS2023', { revision: 2, year: 2020 })]),
    );
    expect(await newest(repository)).toEqual(['MCS2024', null]);
  });

  test.each([
    ['level', { level: 'SITE' }],
    ['site', { siteId: 'MA:site:a' }],
    ['country', { countryCode: 'CD' }],
    ['commodity', { commodityCode: 'cobalt' }],
    [
      'published word, where there is no commodity',
      { commodityCode: null, published: [{ field: 'commodityCode', word: 'blister' }] },
    ],
    ['stage', { stage: 'REFINERY' }],
    ['year', { year: 2023 }],
    ['basis', { quantity: tonnes('1', { basis: 'metal content' }) }],
    ['dimension', { quantity: tonnes('1', { unit: 'CARAT' }) }],
  ])('another %s is another figure', async (_, more) => {
    const repository = await open();
    await repository.write(puts('ProductionRecord', [figure('MCS2023'), figure('MCS2024', more)]));
    expect(await newest(repository)).toEqual(['MCS2023', 'MCS2024']);
  });

  test('where the vocabulary has no commodity, another word of the source is another figure', async () => {
    const repository = await open();
    const of = (edition: string, word: string) =>
      figure(edition, { commodityCode: null, published: [{ field: 'commodityCode', word }] });
    await repository.write(
      puts('ProductionRecord', [
        of('MCS2022', 'blister'),
        of('MCS2023', 'blister'),
        of('MCS2024', 'Blister'),
      ]),
    );
    expect(await newest(repository)).toEqual(['MCS2023', 'MCS2024']);
  });

  test('an estimate of another day is another edition of the same figure, one by another code is not', async () => {
    const repository = await open();
    const of = (id: string, edition: string, more: object = {}) =>
      estimate({ id: `MA:estimate:${id}`, edition, ...more });
    await repository.write(
      puts('ResourceEstimate', [
        of('a', '2023', { effectiveDate: '2022' }),
        of('b', '2024', { effectiveDate: '2023-06' }),
        of('c', '2023', { reportingCode: 'SAMREC' }),
        of('d', '2023', { unfc: { code: 'E1;F1;G1', class: 'VIABLE' } }),
        of('e', '2023', { crirsco: ['PROVED'] }),
        of('f', '2023', { depositId: 'MA:deposit:a' }),
      ]),
    );
    const { rows } = await repository.page('ResourceEstimate', {
      filter: {},
      orderBy: [],
      first: 9,
      wantsTotal: false,
    });
    expect(rows.map(({ row }) => row.id.at(-1))).toEqual(['b', 'c', 'd', 'e', 'f']);
  });

  test("a record's own list holds the newest editions alone", async () => {
    const repository = await open();
    const ofSite = { siteId: 'MA:site:a', level: 'SITE' };
    await repository.write(
      puts('ProductionRecord', [
        figure('MCS2023', ofSite),
        figure('MCS2024', ofSite),
        figure('MCS2022', { ...ofSite, year: 2020 }),
      ]),
    );
    const list = { type: 'ProductionRecord', by: 'siteId' } as const;
    const [own] = await repository.ownPages(list, ['MA:site:a'], { first: 9, wantsTotal: true });
    expect(own).toMatchObject({
      rows: [{ edition: 'MCS2024' }, { edition: 'MCS2022' }],
      hasMore: false,
      total: 2,
    });
  });
}
