import { expect, test } from '@jest/globals';
import type { Filter, Repository } from '../../../../../subgraphs/kit/repository.ts';
import type { OwnedType } from '../../../../../subgraphs/kit/rows.ts';
import type { OneDatabase } from '../on-each-database.ts';
import { english, event, policy, puts, site } from '../records.ts';

const ids = async (repository: Repository, type: OwnedType, filter: Filter) => {
  const { rows } = await repository.page(type, {
    filter,
    orderBy: [],
    first: 500,
    wantsTotal: false,
  });
  return rows.map(({ row }) => row.id.split(':')[2]);
};

export function filtersByTheContract({ open }: OneDatabase): void {
  test('a policy is in force from the first day that its start may mean, up to the first that its end may mean', async () => {
    const repository = await open();
    await repository.write(
      puts('Policy', [
        policy({ id: 'MA:policy:month', inForceFrom: '2025-02' }),
        policy({ id: 'MA:policy:year', inForceFrom: '2025', inForceTo: '2026' }),
        policy({ id: 'MA:policy:day', inForceFrom: '2025-02-15', inForceTo: '2025-02-16' }),
        policy({ id: 'MA:policy:never' }),
      ]),
    );
    const inForce = (inForceOn: string) => ids(repository, 'Policy', { inForceOn });
    expect(await inForce('2024-12-31')).toEqual([]);
    expect(await inForce('2025-01-01')).toEqual(['year']);
    expect(await inForce('2025-02-01')).toEqual(['month', 'year']);
    expect(await inForce('2025-02-15')).toEqual(['day', 'month', 'year']);
    expect(await inForce('2025-02-16')).toEqual(['month', 'year']);
    expect(await inForce('2025-12-31')).toEqual(['month', 'year']);
    expect(await inForce('2026-01-01')).toEqual(['month']);
  });

  test('an event is over after the last day that its end may mean, and has begun on the first that its start may mean', async () => {
    const repository = await open();
    await repository.write(
      puts('Event', [
        event({ id: 'MA:event:july', startDate: '2025-07' }),
        event({ id: 'MA:event:days', startDate: '2025-07-10', endDate: '2025-07-14' }),
        event({ id: 'MA:event:year', startDate: '2025' }),
        event({ id: 'MA:event:undated' }),
      ]),
    );
    const from = (day: string) => ids(repository, 'Event', { from: day });
    const to = (day: string) => ids(repository, 'Event', { to: day });
    expect(await from('2025-07-14')).toEqual(['days', 'july', 'year']);
    expect(await from('2025-07-15')).toEqual(['july', 'year']);
    expect(await from('2025-07-31')).toEqual(['july', 'year']);
    expect(await from('2025-08-01')).toEqual(['year']);
    expect(await from('2026-01-01')).toEqual([]);
    expect(await to('2025-06-30')).toEqual(['year']);
    expect(await to('2025-07-01')).toEqual(['july', 'year']);
    expect(await to('2025-07-10')).toEqual(['days', 'july', 'year']);
  });

  test('what changed since an instant does not depend on how either is written', async () => {
    const repository = await open();
    const at = (local: string, updatedAt: string) => site({ id: `MA:site:${local}`, updatedAt });
    await repository.write(
      puts('Site', [
        at('before', '2026-01-31T23:59:59.999999Z'),
        at('plain', '2026-02-01T00:00:00Z'),
        at('thousandths', '2026-02-01T00:00:00.000Z'),
        at('east', '2026-02-01T02:00:00+02:00'),
        at('east-before', '2026-02-01T01:59:59+02:00'),
        at('micro', '2026-02-01T00:00:00.000001Z'),
      ]),
    );
    const wanted = ['east', 'micro', 'plain', 'thousandths'];
    for (const since of [
      '2026-02-01T00:00:00Z',
      '2026-02-01T00:00:00.000000Z',
      '2026-01-31T19:00:00-05:00',
    ])
      expect(await ids(repository, 'Site', { updatedSince: since })).toEqual(wanted);
    expect(await ids(repository, 'Site', { updatedSince: '2026-02-01T00:00:00.0000001Z' })).toEqual(
      ['micro'],
    );
  });

  test('a box may go across the antimeridian, and holds its edges', async () => {
    const repository = await open();
    const at = (local: string, lat: number, lon: number) =>
      site({ id: `MA:site:${local}`, location: { lat, lon, precision: 'EXACT' } });
    await repository.write(
      puts('Site', [
        at('a', 0, 179),
        at('b', 10, -179),
        at('c', 0, 0),
        site({ id: 'MA:site:nowhere' }),
      ]),
    );
    const inside = (south: number, west: number, north: number, east: number) =>
      ids(repository, 'Site', { bbox: { south, west, north, east } });
    expect(await inside(0, 179, 10, -179)).toEqual(['a', 'b']);
    expect(await inside(-90, -180, 90, 180)).toEqual(['a', 'b', 'c']);
    expect(await inside(0, 0, 0, 0)).toEqual(['c']);
    expect(await inside(10, -180, 0, 180)).toEqual([]);
  });

  test('a text is found without regard to accents and case, and no sign in it is a wildcard', async () => {
    const repository = await open();
    const named = (local: string, en: string) =>
      site({ id: `MA:site:${local}`, name: english(en) });
    await repository.write(
      puts('Site', [
        named('a', 'Zoé 50% pit'),
        named('b', 'ZOE 50_ pit'),
        named('c', 'منجم 💎 '),
        named('d', "o'Brien\\"),
      ]),
    );
    const found = (text: string) => ids(repository, 'Site', { text });
    expect(await found('zoe\u0301')).toEqual(['a', 'b']);
    expect(await found('%')).toEqual(['a']);
    expect(await found('_')).toEqual(['b']);
    expect(await found('💎 ')).toEqual(['c']);
    expect(await found("'B")).toEqual(['d']);
    expect(await found('\\')).toEqual(['d']);
    expect(await found("' OR 1 = 1 -- ")).toEqual([]);
    expect(await found('')).toEqual(['a', 'b', 'c', 'd']);
    expect(await found('pit ')).toEqual([]);
  });

  test('an empty list asks for nothing, and what is null is not asked', async () => {
    const repository = await open();
    await repository.write(
      puts('Site', [site({ id: 'MA:site:a', type: 'MINE', commodityCodes: ['copper'] })]),
    );
    for (const field of [
      'owners',
      'countries',
      'commodities',
      'types',
      'statuses',
      'scales',
      'certifications',
    ])
      expect(await ids(repository, 'Site', { [field]: [] })).toEqual([]);
    expect(await ids(repository, 'Site', { types: null, text: undefined })).toEqual(['a']);
    expect(await ids(repository, 'Site', { owners: ['CD'] })).toEqual([]);
    expect(
      await ids(repository, 'Site', {
        owners: ['CD', 'MA'],
        types: ['MINE'],
        commodities: ['gold', 'copper'],
      }),
    ).toEqual(['a']);
  });
}
