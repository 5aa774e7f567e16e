import type { OrderBy } from '../../../schema/index.ts';
import { type Chance, chanceOf } from '../../oracle/chance.ts';
import type { Listed, Listing } from './listing-members.ts';

export const BY_NAME: readonly OrderBy[] = [{ field: 'NAME', direction: 'ASC' }];
export const BY_ID: readonly OrderBy[] = [];

const letters = (n: number) => String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));
/** So many codes of members, in their order. */
export const codesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => letters(n));

type KeyOf = (code: string, n: number) => string | null;

/** So many sites of each of these members. */
export const sitesOf = (counts: readonly number[], keyOf: KeyOf): Listing['sites'] =>
  Object.fromEntries(
    counts.map((count, n) => [
      letters(n),
      Array.from({ length: count }, (_, site): Listed => {
        const id = `${letters(n)}:site:s${String(site).padStart(4, '0')}`;
        return { id, key: keyOf(letters(n), site) };
      }),
    ]),
  );

export const padded = (n: number): string => String(n).padStart(6, '0');

/** Rows as they may lie: many names and few, nulls, members with all of the first ones, with hundreds and with none. */
const SPREADS: readonly ((chance: Chance) => KeyOf)[] = [
  (chance) => () => padded(chance.below(100_000)),
  (chance) => () => (chance.happens(0.3) ? null : padded(chance.below(3))),
  () => () => 'alike',
  (chance) => (code) => (code === 'AC' ? '!' : '') + padded(chance.below(1_000)),
  (chance) => (code) => code + padded(chance.below(10)),
];

/** A world by its number, and a page of it. */
export function worldOf(number: number): { readonly listing: Listing; readonly first: number } {
  const chance = chanceOf(number);
  const sizes = chance.oneOf([[0, 3, 9], [40], [5, 5, 5, 5, 120], [0, 0, 80]]);
  const counts = codesOf(3 + chance.below(40)).map(() => chance.below(chance.oneOf(sizes) + 1));
  const orderBy = chance.happens(0.3) ? BY_ID : BY_NAME;
  const sites = sitesOf(counts, chance.oneOf(SPREADS)(chance));
  const first = chance.happens(0.5) ? 1 + chance.below(20) : 20 + chance.below(120);
  return { listing: { sites, orderBy, reads: chance.happens(0.5) }, first };
}
