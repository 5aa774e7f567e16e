import { expect, test } from '@jest/globals';
import { headsOf } from '../../../gateway/members/merge/heads.ts';
import type { Heads } from '../../../gateway/members/merge/index.ts';
import { refillsOf } from '../../../gateway/members/refills.ts';
import type { OrderBy } from '../../../schema/index.ts';

const BY_NAME: readonly OrderBy[] = [{ field: 'NAME', direction: 'ASC' }];
/** A page of rows whose names are these letters, of which the member has so many in all. */
const page = (member: string, letters: string, orderBy = BY_NAME, count?: number): Heads => {
  const positions = [...letters].map((each) => ({
    keys: orderBy.length > 0 ? [each] : [],
    id: `${member}:site:${each}`,
  }));
  const total = count === undefined ? {} : { zlg_total: { count, precision: 'EXACT' } };
  return headsOf(member, positions, { zlg_page: { hasNextPage: true }, ...total });
};
const asked = (pages: readonly Heads[], first: number, orderBy = BY_NAME, isLast = false) =>
  refillsOf({ pages, order: { orderBy, first }, isLast }).map(
    ({ member, after, rows }) => `${member} ${rows} behind ${after.id.slice(-1)}`,
  );

test('a member is asked for as many rows as its share of those before makes likely', () => {
  expect(asked([page('CD', 'ad'), page('MA', 'bc'), page('ZM', 'xyz')], 9)).toEqual([
    'MA 6 behind c',
    'CD 3 behind d',
  ]);
});

test('no more rows are asked for than there are places left, and together than the page has', () => {
  expect(asked([page('CD', 'abc'), page('MA', 'xyz')], 6)).toEqual(['CD 3 behind c']);
  expect(
    asked([page('CD', 'ab'), page('GH', 'cd'), page('MA', 'ef'), page('ZM', 'gh')], 10),
  ).toEqual(['CD 8 behind b', 'GH 2 behind d']);
});

test('no more rows are asked for than a member says it has', () => {
  expect(asked([page('CD', 'abc', BY_NAME, 5), page('MA', 'xyz')], 6)).toEqual(['CD 2 behind c']);
});

test('by id alone the rows that a member is known to have take places from the next', () => {
  const pages = [page('CD', 'ab', [], 4), page('GH', 'ab', [], 4), page('MA', 'ab', [], 4)];
  expect(asked(pages, 8, [])).toEqual(['CD 2 behind b', 'GH 2 behind b']);
  expect(asked([page('CD', 'ab', []), page('GH', 'ab', [])], 8, [])).toEqual([
    'CD 6 behind b',
    'GH 2 behind b',
  ]);
});

test('the last time each is asked for all that there is place for', () => {
  const pages = [page('CD', 'ab'), page('GH', 'cd', BY_NAME, 5), page('MA', 'ef')];
  expect(asked(pages, 10, BY_NAME, true)).toEqual([
    'CD 8 behind b',
    'GH 6 behind d',
    'MA 4 behind f',
  ]);
});
