import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OwnedType, RowsByType } from '../../../../../subgraphs/kit/rows.ts';
import type { OneDatabase } from '../on-each-database.ts';
import {
  deposit,
  english,
  estimate,
  event,
  organisation,
  policy,
  production,
  puts,
  site,
  tonnes,
} from '../records.ts';

const HOSTILE =
  'Zoé Zoe\u0301 \u212b منجم 💎 \ue000 \u{10000} ﬁ İ \'o\' "q" back\\slash `tick` % _ ? :p0 $1 -- ; \u0001 \r\n\t trailing \t ';
const text = {
  en: HOSTILE,
  fr: '',
  ar: 'منجم',
  pt: null,
  originalLanguage: 'AR',
  machineTranslated: ['EN'],
};
const common = {
  home: 'MA',
  revision: 2_000_000_000,
  updatedAt: '2026-02-01T00:00:00.123456+01:00',
  provenance: {
    source: HOSTILE,
    method: 'REPORTED',
    asOf: '2025-02',
    licence: 'CC-BY-4.0',
    synthetic: false,
  },
  governance: {
    classification: 'RESTRICTED',
    embargoUntil: null,
    redactions: [{ path: 'owners', reason: 'COMMERCIAL' }],
  },
} as const;
const published = [{ field: 'commodityCode', word: HOSTILE }];
const document = { title: text, url: 'https://example.org/?a=b&c', sha256: 'ab', language: null };
const number = '-123456789012345678901234567890.000000000000000000000000000001';
const quantity = {
  value: number,
  unit: 'TONNE',
  basis: ' metal content ',
  flag: 'GREATER_THAN',
} as const;
const place = { lat: 0.1 + 0.2, lon: -179.99999999999997, precision: 'EXACT' };

/** A record of each type with every column filled. */
const FULL: RowsByType = {
  Organisation: {
    ...common,
    id: 'MA:org:a',
    name: text,
    type: 'COMPANY',
    countryCode: 'MA',
    lei: HOSTILE,
    registrationNumber: HOSTILE,
    url: HOSTILE,
  },
  Deposit: {
    ...common,
    id: 'MA:deposit:a',
    name: text,
    type: 'DEPOSIT',
    countryCode: 'MA',
    adm1: HOSTILE,
    location: place,
    commodityCodes: ['copper', 'cobalt ', 'copper'],
    depositType: HOSTILE,
    published,
  },
  Site: {
    ...common,
    id: `MA:site:${'x'.repeat(64)}`,
    nationalId: HOSTILE,
    otherIds: [{ scheme: HOSTILE, value: '9007199254740993' }],
    name: text,
    type: 'MINE',
    status: 'ASSUMED_ACTIVE',
    statusAsOf: '2018',
    method: 'OPEN_PIT',
    scale: 'INDUSTRIAL',
    location: { lat: 0, lon: 180, precision: 'ADM1' },
    adm1: HOSTILE,
    countryCode: 'MA',
    commodityCodes: [],
    depositId: 'MA:deposit:a',
    operatorId: 'MA:org:a',
    owners: [{ partyId: null, percent: '33.30', role: HOSTILE, from: '2020-01-01', to: null }],
    capacities: [
      {
        commodityCode: null,
        product: HOSTILE,
        perYear: quantity,
        year: 2024,
        sharedWith: ['MA:site:b'],
      },
    ],
    titles: [{ number: HOSTILE, type: 'licence', areaHa: '9007199254740993.5' }],
    certification: 'GREEN',
    inspections: [{ number: '1', date: '2025-01-01', result: 'GREEN', agency: HOSTILE }],
    published,
  },
  ResourceEstimate: {
    ...common,
    id: 'MA:estimate:a',
    countryCode: 'MA',
    level: 'SITE',
    commodityCode: 'copper',
    depositId: 'MA:deposit:a',
    unfc: { code: 'E1;F1;G1', class: 'VIABLE', bridgedFrom: null },
    crirsco: ['PROVED', 'PROBABLE'],
    reportingCode: 'JORC',
    tonnage: quantity,
    grade: { ...quantity, unit: 'PERCENT' },
    contained: quantity,
    effectiveDate: '2025-02',
    edition: HOSTILE,
    competentPerson: HOSTILE,
    published,
  },
  ProductionRecord: {
    ...common,
    id: 'MA:production:a',
    countryCode: 'MA',
    level: 'SITE',
    siteId: 'MA:site:a',
    commodityCode: 'copper',
    stage: 'MINE',
    year: 2024,
    quantity,
    value: { amount: '9007199254740993.10', currency: 'MAD', asOf: '2025-01-01' },
    edition: HOSTILE,
    published,
  },
  Policy: {
    ...common,
    id: 'MA:policy:a',
    title: text,
    type: 'ROYALTY',
    status: 'IN_FORCE',
    jurisdictionCode: 'MA',
    officialNumber: HOSTILE,
    adopted: '2024',
    inForceFrom: '2024-02',
    inForceTo: '2025',
    checkedAt: '2026-01-01',
    commodityCodes: ['copper'],
    hsCodes: ['2603'],
    stages: ['MINE'],
    rates: [{ percent: '3.50', amount: null, quota: quantity, period: 'P1Y', base: HOSTILE }],
    abstract: text,
    partyIds: ['AMSG:org:amsg'],
    documents: [document],
    repealedById: 'ZM:policy:b',
  },
  Event: {
    ...common,
    id: 'MA:event:a',
    name: text,
    startDate: '2025-07',
    endDate: '2025-07-15',
    city: HOSTILE,
    countryCode: 'SA',
    venue: HOSTILE,
    status: 'HELD',
    organizerIds: ['AMSG:org:amsg'],
    outcomeIds: [],
    url: HOSTILE,
    documents: [document],
  },
};

const BARE: RowsByType = {
  Organisation: organisation({ id: 'MA:org:bare' }),
  Deposit: deposit({ id: 'MA:deposit:bare' }),
  Site: site({ id: 'MA:site:bare' }),
  ResourceEstimate: estimate({ id: 'MA:estimate:bare' }),
  ProductionRecord: production({ id: 'MA:production:bare', quantity: tonnes(null) }),
  Policy: policy({ id: 'MA:policy:bare' }),
  Event: event({ id: 'MA:event:bare' }),
};

/** Any code points but NUL, which is refused. */
const anyWords = fc
  .string({ unit: 'binary', maxLength: 20 })
  .filter((words) => !words.includes('\0'));

export function keepsRecords({ open }: OneDatabase): void {
  test.each(Object.keys(FULL) as readonly OwnedType[])(
    'a %s comes back as it was written, to the last blank and digit',
    async (type) => {
      const repository = await open();
      await repository.write(puts(type, [FULL[type], BARE[type]]));
      const ids = [BARE[type].id, 'MA:site:nobody', FULL[type].id];
      expect(await repository.byIds(type, ids)).toEqual([BARE[type], null, FULL[type]]);
      expect(await repository.byIds(type, [])).toEqual([]);
    },
  );

  test('a column that is left out comes back as null', async () => {
    const repository = await open();
    const { lei, url, ...short } = organisation({ id: 'MA:org:a', lei: null, url: null });
    await repository.write(puts('Organisation', [short]));
    expect(await repository.byIds('Organisation', ['MA:org:a'])).toEqual([{ ...short, lei, url }]);
  });

  test('any text comes back sign by sign', async () => {
    const repository = await open();
    let revision = 0;
    await fc.assert(
      fc.asyncProperty(anyWords, async (words) => {
        revision += 1;
        const row = site({
          id: 'MA:site:a',
          revision,
          nationalId: `${words}.`,
          name: english(words),
          status: 'x',
        });
        await repository.write(puts('Site', [row]));
        expect(await repository.byIds('Site', [row.id])).toEqual([row]);
      }),
      { numRuns: 20 },
    );
  });

  test('ids that differ in case or in a trailing sign are different records', async () => {
    const repository = await open();
    const rows = ['MA:site:a', 'MA:site:A', 'MA:site:a.', 'MA:site:a-', 'MA:site:a_'].map((id) =>
      organisation({ id }),
    );
    await repository.write(puts('Organisation', rows));
    expect(
      await repository.byIds('Organisation', ['MA:site:A', 'MA:site:a', 'ma:site:a', 'MA:site:a ']),
    ).toEqual([rows[1], rows[0], null, null]);
    const page = await repository.page('Organisation', {
      filter: {},
      orderBy: [],
      first: 9,
      wantsTotal: false,
    });
    expect(page.rows.map(({ row }) => row.id)).toEqual([
      'MA:site:A',
      'MA:site:a',
      'MA:site:a-',
      'MA:site:a.',
      'MA:site:a_',
    ]);
  });
}
