import { expect, test } from '@jest/globals';
import { readSeed, rowOf, rowsOf, SEED_PATHS, textOf } from './committed.ts';

/** Each warning of the sources, by its number there. */

test('6: Congo and Chad have their Portuguese names', () => {
  const countries = readSeed('subgraphs/amsg/seeds/countries.json') as readonly {
    readonly code: string;
    readonly name: { readonly pt: string };
  }[];
  const names = Object.fromEntries(countries.map(({ code, name }) => [code, name.pt]));
  expect([names.CG, names.CD]).toEqual(['República do Congo', 'República Democrática do Congo']);
});

test('7: languages say which edition of CLDR they are from', () => {
  expect(textOf('subgraphs/amsg/seeds/countries.source.json')).toContain('CLDR 48');
});

test('9: a policy tells the doubts about its dates, and the day it was last checked', () => {
  const repealed = rowOf('Policy', 'ZW:policy:SI-213-2022');
  expect(repealed.abstract?.en).toMatch(/gazette date to be verified\.$/);
  const suspended = rowOf('Policy', 'ZW:policy:raw-export-suspension-2026');
  expect([suspended.status, suspended.checkedAt]).toEqual(['IN_FORCE', '2026-03-04']);
  expect(suspended.abstract?.en).toMatch(/Status as compiled: IN_FORCE_AT_LAST_CHECK\.$/);
});

test('10: records of continental bodies and of the forum in Riyadh are AMSG’s', () => {
  const ids = [...rowsOf('Organisation'), ...rowsOf('Policy'), ...rowsOf('Event')]
    .filter(({ home }) => home === 'AMSG')
    .map(({ id }) => id);
  expect(ids).toEqual([
    'AMSG:org:AMDC',
    'AMSG:org:AMSG',
    'AMSG:org:ICGLR',
    'AMSG:policy:marrakech-declaration-2025',
    'AMSG:policy:otc-2024',
    'AMSG:policy:parc-adoption-2025',
    'AMSG:event:AMSG-AGM-2026',
    'AMSG:event:AMSG-IMM-6',
    'AMSG:event:FMF-2023',
    'AMSG:event:FMF-2024',
    'AMSG:event:FMF-2025',
    'AMSG:event:FMF-2026',
  ]);
  expect(rowOf('Event', 'AMSG:event:FMF-2024').countryCode).toBe('SA');
  expect(SEED_PATHS.map(textOf).join('\n')).not.toMatch(/"(XA|SA):/);
});

test('11: what is not in the public domain carries its attribution', () => {
  const notices = SEED_PATHS.filter((path) => /SOURCE\.json$|source\.json$/.test(path)).map(
    (path) => readSeed(path) as { readonly licence: string; readonly attribution: string },
  );
  expect(notices.length).toBe(7);
  expect(
    notices
      .filter(({ licence }) => licence === 'CC-BY-4.0')
      .filter(({ attribution }) => !attribution.includes('CC BY 4.0')),
  ).toEqual([]);
});
