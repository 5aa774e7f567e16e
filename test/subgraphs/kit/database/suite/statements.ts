import { expect, test } from '@jest/globals';
import type { Repository } from '../../../../../subgraphs/kit/repository.ts';
import type { OneDatabase } from '../on-each-database.ts';
import {
  deposit,
  english,
  estimate,
  organisation,
  policy,
  production,
  puts,
  site,
  tonnes,
} from '../records.ts';

const place = (n: number) => String(n).padStart(3, '0');
const many = <Row>(make: (n: number) => Row): readonly Row[] =>
  Array.from({ length: 40 }, (_, n) => make(n));

const RECORDS = [
  ...puts(
    'Organisation',
    many((n) => organisation({ id: `MA:org:${place(n)}`, lei: `LEI${n}` })),
  ),
  ...puts(
    'Deposit',
    many((n) => deposit({ id: `MA:deposit:${place(n)}` })),
  ),
  ...puts(
    'Site',
    many((n) =>
      site({
        id: `MA:site:${place(n)}`,
        name: english(`Site ${n % 5}`),
        commodityCodes: ['copper', 'cobalt'],
        operatorId: `MA:org:${place(n)}`,
        depositId: `MA:deposit:${place(n)}`,
        capacities: [{ commodityCode: 'copper', perYear: tonnes('1'), year: 2024, sharedWith: [] }],
      }),
    ),
  ),
  ...puts(
    'ResourceEstimate',
    many((n) => estimate({ id: `MA:estimate:${n}`, depositId: `MA:deposit:${place(n)}` })),
  ),
  ...puts(
    'ProductionRecord',
    many((n) => production({ id: `MA:production:${n}`, siteId: `MA:site:${place(n)}` })),
  ),
  ...puts(
    'Policy',
    many((n) => policy({ id: `MA:policy:${n}` })),
  ),
];

const page = {
  filter: { commodities: ['copper'] },
  orderBy: [{ field: 'NAME', direction: 'DESC' }],
  first: 7,
} as const;
const ids = (kind: string) => many((n) => `MA:${kind}:${place(n)}`);

type Asked = readonly [
  does: string,
  statements: number,
  ask: (repository: Repository) => Promise<unknown>,
];
const ASKS: readonly Asked[] = [
  ['a page', 1, (r) => r.page('Site', { ...page, wantsTotal: false })],
  ['a page with its total', 2, (r) => r.page('Site', { ...page, wantsTotal: true })],
  [
    'a later page',
    1,
    (r) =>
      r.page('Site', {
        ...page,
        wantsTotal: false,
        after: { keys: ['site 3'], id: 'MA:site:003' },
      }),
  ],
  [
    'a page under 200 commodities',
    1,
    (r) => r.pagesUnder('Site', 'commodity', codes(200), { ...page, wantsTotal: false }),
  ],
  [
    'a page under 200 commodities with totals',
    2,
    (r) => r.pagesUnder('Site', 'commodity', codes(200), { ...page, wantsTotal: true }),
  ],
  [
    'a page under countries',
    1,
    (r) =>
      r.pagesUnder('Policy', 'country', ['MA', 'CD'], {
        filter: {},
        orderBy: [],
        first: 5,
        wantsTotal: false,
      }),
  ],
  [
    'sites under companies',
    1,
    (r) => r.pagesUnder('Site', 'company', ['LEI1', 'LEI2'], { ...page, wantsTotal: false }),
  ],
  [
    '500 records by id',
    1,
    (r) =>
      r.byIds(
        'Site',
        many((n) => `MA:site:${n}`).concat(Array.from({ length: 460 }, (_, n) => `MA:site:x${n}`)),
      ),
  ],
  [
    'the sites of 40 operators',
    1,
    (r) =>
      r.ownPages({ type: 'Site', by: 'operatorId' }, ids('org'), { first: 5, wantsTotal: false }),
  ],
  [
    'the estimates of 40 deposits with totals',
    2,
    (r) =>
      r.ownPages({ type: 'ResourceEstimate', by: 'depositId' }, ids('deposit'), {
        first: 5,
        wantsTotal: true,
      }),
  ],
  [
    'the output of 40 sites',
    1,
    (r) =>
      r.ownPages({ type: 'ProductionRecord', by: 'siteId' }, ids('site'), {
        first: 5,
        after: 'MA:production:1',
        wantsTotal: false,
      }),
  ],
  ['totals of production', 1, (r) => r.aggregate('productionTotals', {}, ['COUNTRY'])],
  ['totals of estimates', 1, (r) => r.aggregate('estimateTotals', {}, [])],
  ['totals of capacities', 1, (r) => r.aggregate('capacityTotals', {}, [])],
  ['counts of sites', 1, (r) => r.aggregate('siteCounts', {}, ['COMMODITY', 'TYPE'])],
  ['counts of policies', 1, (r) => r.aggregate('policyCounts', {}, ['COMMODITY'])],
  ['changes', 1, (r) => r.changes(0, 10)],
  ['counts of records', 1, (r) => r.counts()],
  ['revisions', 1, (r) => r.revisions('MA:site:001')],
];

const codes = (most: number) => [
  'copper',
  'cobalt',
  ...Array.from({ length: most - 2 }, (_, n) => `code-${n}`),
];

export function countsStatements({ open }: OneDatabase): void {
  test('every question takes the statements that are promised, however many rows and parents', async () => {
    const sent: string[] = [];
    const repository = await open((text) => sent.push(text));
    await repository.write(RECORDS);
    for (const [does, statements, ask] of ASKS) {
      sent.length = 0;
      await ask(repository);
      expect({ does, sent: sent.length }).toEqual({ does, sent: statements });
    }
  });

  test('no value stands in the text of a statement', async () => {
    const sent: string[] = [];
    const repository = await open((text) => sent.push(text));
    sent.length = 0;
    const secret = 'zellige-value';
    await repository.write(
      puts('Site', [
        site({
          id: `MA:site:${secret}`,
          name: english(secret),
          type: secret,
          adm1: secret,
          commodityCodes: [secret],
        }),
      ]),
    );
    await repository.page('Site', {
      filter: {
        text: secret,
        types: [secret],
        commodities: [secret],
        countries: [secret],
        owners: [secret],
      },
      orderBy: [{ field: 'NAME', direction: 'ASC' }],
      after: { keys: [secret], id: secret },
      first: 31_337,
      wantsTotal: true,
    });
    await repository.pagesUnder('Site', 'commodity', [secret], { ...page, wantsTotal: true });
    await repository.ownPages({ type: 'Site', by: 'operatorId' }, [secret], {
      first: 31_337,
      after: secret,
      wantsTotal: true,
    });
    await repository.revisions(secret);
    expect(sent.filter((text) => text.includes(secret) || /3133[78]/.test(text))).toEqual([]);
  });
}
