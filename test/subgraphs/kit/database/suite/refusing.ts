import { expect, test } from '@jest/globals';
import type { OrderBy, Position } from '../../../../../schema/index.ts';
import type { Filter } from '../../../../../subgraphs/kit/repository.ts';
import type { OwnedType } from '../../../../../subgraphs/kit/rows.ts';
import type { OneDatabase } from '../on-each-database.ts';

export function refusesWhatIsNoAnswer({ open }: OneDatabase): void {
  test.each<[string, OwnedType, Filter, string]>([
    [
      'a field that is unknown',
      'Site',
      { colours: ['blue'] },
      'Expected a filter of Site (owners, updatedSince, countries, commodities, types, statuses, scales, certifications, bbox, text), got colours.',
    ],
    ['a field of every object', 'Site', { constructor: ['x'] }, 'got constructor.'],
    [
      "another type's field",
      'Policy',
      { bbox: { south: 0, west: 0, north: 1, east: 1 } },
      'got bbox.',
    ],
    ['editions of what has none', 'Site', { allEditions: true }, 'got allEditions.'],
    ['SQL as a field', 'Site', { '`type` = 1 OR 1': ['x'] }, 'got `type` = 1 OR 1.'],
    [
      'an object in a list',
      'Site',
      { types: [{ type: 'MINE' }] },
      'Expected a list of texts as types, got [{"type":"MINE"}].',
    ],
    [
      'an object as a list',
      'Site',
      { types: { length: 1, 0: 'MINE' } },
      'Expected a list of texts as types',
    ],
    ['a text as a list', 'Site', { owners: 'MA' }, 'Expected a list of texts as owners, got "MA".'],
    [
      'a null in a list',
      'Site',
      { countries: [null] },
      'Expected a list of texts as countries, got [null].',
    ],
    [
      'an object as a text',
      'Site',
      { text: { toString: 'x' } },
      'Expected a text as text, got {"toString":"x"}.',
    ],
    ['half a sign', 'Site', { text: '\ud83d' }, 'Expected a text as text, got "\\ud83d".'],
    [
      'a list as a day',
      'Policy',
      { inForceOn: ['2025-01-01'] },
      'Expected a text as inForceOn, got ["2025-01-01"].',
    ],
    [
      'a number as an instant',
      'Site',
      { updatedSince: 0 },
      'Expected a text as updatedSince, got 0.',
    ],
    [
      'an instant that is none',
      'Site',
      { updatedSince: '2026-02-30' },
      'Expected an instant such as "2026-04-30T12:00:00Z", got "2026-02-30".',
    ],
    [
      'half a box',
      'Site',
      { bbox: { south: 0, west: 0, north: 1 } },
      'Expected south, west, north and east of bbox; give all four.',
    ],
    [
      'a box of texts',
      'Site',
      { bbox: { south: '0', west: 0, north: 1, east: 1 } },
      'Expected an object of the numbers south, west, north, east as bbox',
    ],
    [
      'a box with more in it',
      'Site',
      { bbox: { south: 0, west: 0, north: 1, east: 1, up: 2 } },
      'Expected an object of the numbers south, west, north, east as bbox',
    ],
    [
      'an endless box',
      'Site',
      { bbox: { south: 0, west: 0, north: 1, east: Number.POSITIVE_INFINITY } },
      'Expected an object of the numbers',
    ],
    [
      'years as a list',
      'ProductionRecord',
      { years: [2024] },
      'Expected an object of from, to as years, got [2024].',
    ],
    [
      'a text as a switch',
      'ProductionRecord',
      { allEditions: 'false' },
      'Expected true or false as allEditions, got "false".',
    ],
    [
      'more words than a statement should hold',
      'Site',
      { types: Array(1001).fill('MINE') },
      'Expected at most 1000 values of types, got 1001.',
    ],
  ])('a filter with %s is refused', async (_, type, filter, says) => {
    const repository = await open();
    const asked = repository.page(type, { filter, orderBy: [], first: 5, wantsTotal: false });
    await expect(asked).rejects.toThrow(says);
    await expect(asked).rejects.toMatchObject({ code: 'BAD_VALUE' });
  });

  const byName: readonly OrderBy[] = [{ field: 'NAME', direction: 'ASC' }];
  const byQuantity: readonly OrderBy[] = [{ field: 'QUANTITY', direction: 'ASC' }];
  test.each<[string, OwnedType, readonly OrderBy[], Position]>([
    ['too few keys', 'Site', byName, { keys: [], id: 'MA:site:a' }],
    ['too many keys', 'Site', byName, { keys: ['a', 'b'], id: 'MA:site:a' }],
    ['a number for a text', 'Site', byName, { keys: [{ n: '1' }], id: 'MA:site:a' }],
    [
      'a text for a number',
      'ProductionRecord',
      byQuantity,
      { keys: ['', 'MASS', '1'], id: 'MA:production:a' },
    ],
    [
      'half a quantity',
      'ProductionRecord',
      byQuantity,
      { keys: ['', null, { n: '1' }], id: 'MA:production:a' },
    ],
  ])('a position with %s is refused', async (_, type, orderBy, after) => {
    const repository = await open();
    const asked = repository.page(type, {
      filter: {},
      orderBy,
      first: 5,
      after,
      wantsTotal: false,
    });
    await expect(asked).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });

  test('an order that the list does not have is refused', async () => {
    const repository = await open();
    const asked = repository.page('Site', {
      filter: {},
      orderBy: [{ field: 'YEAR', direction: 'ASC' }],
      first: 5,
      wantsTotal: false,
    });
    await expect(asked).rejects.toThrow(
      'Expected an order of Site (NAME, COUNTRY, TYPE, STATUS, UPDATED_AT), got YEAR.',
    );
  });

  test('a dimension that the sums do not have is refused', async () => {
    const repository = await open();
    await expect(repository.aggregate('productionTotals', {}, ['STAGE'])).rejects.toThrow(
      'Expected productionTotals by COUNTRY, got "STAGE".',
    );
    await expect(repository.aggregate('siteCounts', { colour: 1 }, [])).rejects.toThrow(
      'got colour.',
    );
  });
}
