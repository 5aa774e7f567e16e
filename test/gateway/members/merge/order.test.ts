import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { headsOf } from '../../../../gateway/members/merge/heads.ts';
import { type Heads, mergeInOrder } from '../../../../gateway/members/merge/index.ts';
import type { OrderBy, Position } from '../../../../schema/index.ts';

const page = (member: string, keys: readonly (string | null)[], hasNextPage = false): Heads => {
  const positions = keys.map((key, i) => ({ keys: [key], id: `${member}:site:s${i}` }));
  return headsOf(member, positions, { zlg_page: { hasNextPage } });
};
const BY_NAME: readonly OrderBy[] = [{ field: 'NAME', direction: 'ASC' }];
const idsOf = (pages: readonly Heads[], first: number, orderBy = BY_NAME) => {
  const { winners, hasNextPage } = mergeInOrder(pages, orderBy, first);
  return { ids: winners.map((each) => each.position.id), hasNextPage };
};

test('the first rows of all members win, and the rest follow on the next page', () => {
  const pages = [page('CD', ['a', 'c']), page('MA', ['b', 'd'])];
  expect(idsOf(pages, 3)).toEqual({
    ids: ['CD:site:s0', 'MA:site:s0', 'CD:site:s1'],
    hasNextPage: true,
  });
  expect(idsOf(pages, 4).hasNextPage).toBe(false);
});

test('ties are broken by id, and nulls are last in both directions', () => {
  const pages = [page('MA', ['a', null]), page('CD', ['a', null])];
  const ids = ['CD:site:s0', 'MA:site:s0', 'CD:site:s1', 'MA:site:s1'];
  expect(idsOf(pages, 9).ids).toEqual(ids);
  expect(idsOf(pages, 9, [{ field: 'NAME', direction: 'DESC' }]).ids).toEqual(ids);
});

test('a page ends where a member gave fewer rows than asked and has more behind them', () => {
  const pages = [page('CD', ['a'], true), page('MA', ['b', 'c'])];
  expect(idsOf(pages, 3)).toEqual({ ids: ['CD:site:s0'], hasNextPage: true });
});

test('a member without rows takes nothing from the others', () => {
  expect(idsOf([page('CD', []), page('MA', ['b'])], 3)).toEqual({
    ids: ['MA:site:s0'],
    hasNextPage: false,
  });
});

test('any split of the rows over members merges to the rows in order', () => {
  const rows = fc.array(fc.tuple(fc.nat(9), fc.nat(53)), { maxLength: 200 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 250 }), (drawn, first) => {
      const all = drawn.map(([key, member], i) => ({
        keys: [String(key)],
        id: `${code(member)}:site:s${String(i).padStart(4, '0')}`,
      }));
      const sorted = [...all].sort(byKeyThenId);
      const pages = [...new Set(drawn.map(([, member]) => code(member)))].map((member) => {
        const positions = sorted.filter((each) => each.id.startsWith(`${member}:`));
        return headsOf(member, positions, {});
      });
      expect(idsOf(pages, first)).toEqual({
        ids: sorted.slice(0, first).map((each) => each.id),
        hasNextPage: sorted.length > first,
      });
    }),
  );
});

const code = (member: number) =>
  String.fromCharCode(65 + (member % 26), 65 + Math.floor(member / 26));
const text = ({ keys, id }: Position) => `${String(keys[0])} ${id}`;
const byKeyThenId = (a: Position, b: Position) => (text(a) < text(b) ? -1 : 1);
