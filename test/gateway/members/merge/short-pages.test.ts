import { expect, test } from '@jest/globals';
import { headsOf } from '../../../../gateway/members/merge/heads.ts';
import {
  ended,
  faultOfBoth,
  type Heads,
  joined,
  shortPages,
} from '../../../../gateway/members/merge/index.ts';
import type { OrderBy } from '../../../../schema/index.ts';

const BY_NAME: readonly OrderBy[] = [{ field: 'NAME', direction: 'ASC' }];
const page = (member: string, keys: string, hasNextPage = true, count?: number): Heads => {
  const positions = [...keys].map((key) => ({ keys: [key], id: `${member}:site:${key}` }));
  const edges = positions.map(({ id }) => ({ node: { id } }));
  const total = count === undefined ? {} : { zlg_total: { count, precision: 'EXACT' } };
  return headsOf(member, positions, { edges, zlg_page: { hasNextPage }, ...total });
};
const shortOf = (pages: readonly Heads[], first: number) =>
  shortPages(pages, BY_NAME, first).map(({ heads, rank }) => `${heads.member} ${rank}`);

test('a page is short that ends before the last place while more of its rows follow', () => {
  const pages = [page('CD', 'ad'), page('GH', 'c', false), page('MA', 'bg'), page('ZM', 'ef')];
  expect(shortOf(pages, 6)).toEqual(['CD 4']);
  expect(shortOf(pages, 7)).toEqual(['CD 4', 'ZM 6']);
});

test('a page whose last row takes the last place is long enough', () => {
  expect(shortOf([page('CD', 'ab'), page('MA', 'cd')], 2)).toEqual([]);
});

test('where all known rows do not fill the page, all that have more are short', () => {
  expect(shortOf([page('CD', 'ab'), page('MA', 'cd'), page('ZM', 'e', false)], 9)).toEqual([
    'CD 2',
    'MA 4',
  ]);
});

test('two pages of one member are one', () => {
  const both = joined(page('CD', 'ab', true, 4), page('CD', 'cd', false));
  expect({ ...both, positionAt: undefined, rowAt: undefined }).toEqual({
    member: 'CD',
    count: 4,
    hasMore: false,
    total: { count: 4, precision: 'EXACT' },
    positionAt: undefined,
    rowAt: undefined,
  });
  const ids = [0, 1, 2, 3].map((row) => both.positionAt(row)?.id);
  expect(ids).toEqual(['CD:site:a', 'CD:site:b', 'CD:site:c', 'CD:site:d']);
  expect([0, 1, 2, 3].map((row) => both.rowAt('edges', row))).toEqual(
    ids.map((id) => ({ node: { id } })),
  );
  expect(both.positionAt(4)).toBeUndefined();
});

test('a page that is ended takes nothing from the others', () => {
  expect(shortOf([ended(page('CD', 'a')), page('MA', 'b', false)], 9)).toEqual([]);
});

test('a member that gives more rows in two pages than it has in all is wrong', () => {
  expect(faultOfBoth(page('CD', 'ab', true, 4), page('CD', 'cd', true, 4))).toBe(
    'counts 4 rows in all, and has given or promised 5.',
  );
  expect(faultOfBoth(page('CD', 'ab', true, 4), page('CD', 'cd', true, 5))).toBeUndefined();
  expect(faultOfBoth(page('CD', 'ab'), page('CD', 'cd'))).toBeUndefined();
});
