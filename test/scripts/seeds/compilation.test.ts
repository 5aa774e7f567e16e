import { expect, test } from '@jest/globals';
import { readSeed, rowOf, rowsOf, SEED_PATHS, textOf } from './committed.ts';

test('the memorandum of 24 November 2025 is Morocco’s, with its ministry and AMSG as parties, on a press report', () => {
  expect(rowOf('Policy', 'MA:policy:mou-amsg-2025')).toMatchObject({
    type: 'MEMORANDUM_OF_UNDERSTANDING',
    status: 'SIGNED',
    adopted: '2025-11-24',
    partyIds: ['MA:org:MTEDD', 'AMSG:org:AMSG'],
    documents: [
      {
        title: { en: 'Annahar (ar)', originalLanguage: 'EN' },
        url: 'https://www.alnahar.ma/90012.html',
      },
    ],
  });
});

test('events lead to the policies that came of them', () => {
  const outcomes = rowsOf('Event').filter(({ outcomeIds }) => outcomeIds?.length);
  expect(Object.fromEntries(outcomes.map(({ id, outcomeIds }) => [id, outcomeIds]))).toEqual({
    'AMSG:event:AMSG-IMM-6': ['AMSG:policy:parc-adoption-2025'],
    'MA:event:IMC-2024': ['AMSG:policy:otc-2024'],
    'MA:event:IMC-2025': ['AMSG:policy:marrakech-declaration-2025', 'MA:policy:mou-amsg-2025'],
  });
  expect(new Set(rowsOf('Event').map(({ status }) => status))).toEqual(new Set(['HELD']));
});

test('the congress has its two organisers in Morocco’s register', () => {
  expect(rowOf('Event', 'MA:event:IMC-2025').organizerIds).toEqual([
    'MA:org:FDIM',
    'MA:org:ame-trade-ltd',
  ]);
  expect(rowOf('Organisation', 'MA:org:FDIM').type).toBe('OTHER');
});

test('the cobalt quota is a quota for each period', () => {
  expect(rowOf('Policy', 'CD:policy:cobalt-quota-2025').rates).toEqual(
    [
      ['18125', '2025-10-16/2025-12-31'],
      ['96600', '2026'],
      ['96600', '2027'],
    ].map(([value, period]) => ({
      quota: { value, unit: 'TONNE', basis: null, flag: 'EXACT' },
      period,
    })),
  );
});

test('a policy that was repealed leads to what repealed it', () => {
  expect(rowOf('Policy', 'ZW:policy:SI-213-2022')).toMatchObject({
    status: 'REPEALED',
    officialNumber: 'S.I. 213 of 2022',
    inForceFrom: '2022-12-20',
    inForceTo: '2023-01-06',
    repealedById: 'ZW:policy:SI-5-2023',
  });
});

test('every page that a record cites can be opened', () => {
  const documents = [...rowsOf('Policy'), ...rowsOf('Event')].flatMap((row) => row.documents ?? []);
  expect(documents.length).toBeGreaterThan(40);
  expect(documents.filter(({ url }) => !url)).toEqual([]);
  expect(SEED_PATHS.map(textOf).join('\n')).not.toMatch(/seed article/i);
});

test('Morocco’s phosphate complexes are three, each with the sites of the register that carry its name', () => {
  const complexes = readSeed('subgraphs/morocco/seeds/phosphate.json') as readonly {
    readonly name: string;
    readonly capacity: { readonly value: string };
    readonly productGrade: unknown;
    readonly siteIds: readonly string[];
  }[];
  expect(complexes.map(({ name, capacity, siteIds }) => [name, capacity.value, siteIds])).toEqual([
    ['Gantour', '17', ['MA:site:MAR002', 'MA:site:MAR007', 'MA:site:MAR058']],
    ['Khouribga', '22.6', ['MA:site:MAR003', 'MA:site:MAR031', 'MA:site:MAR041']],
    ['Meskala', '17', []],
  ]);
  for (const { name, siteIds, productGrade } of complexes) {
    expect(productGrade).toEqual({ value: '31', unit: 'PERCENT', basis: 'P2O5', flag: 'EXACT' });
    for (const id of siteIds) expect(rowOf('Site', id).name?.en).toContain(name);
  }
});
