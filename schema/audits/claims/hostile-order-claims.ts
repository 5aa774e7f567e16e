import type { Position } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, MUST } from '../claim.ts';
import { orderOf } from '../page.ts';
import { type Probing, placeBefore, probed, probing, VECTORS } from '../probes.ts';

const REMEDY =
  'Keep the order key in a binary column (VARBINARY, BLOB, COLLATE "C") and compare it as bytes, in ORDER BY and behind `after` alike.';

/** A claim on what follows places made from the names that the member has. */
type NameClaim = {
  readonly id: string;
  readonly sentence: string;
  /** From an order key of the member's own, keys near it. */
  readonly near: (key: string) => readonly string[];
};

const ON_NAMES: readonly NameClaim[] = [
  {
    id: 'ORDER_TELLS_CASE',
    sentence: 'Capital letters are before small ones, as their bytes are.',
    near: (key) => [key.toUpperCase(), key.replace(/[a-z]$/, (last) => last.toUpperCase())],
  },
  {
    id: 'ORDER_TELLS_ACCENTS',
    sentence: 'A letter with its accent is behind all letters of ASCII, as its bytes are.',
    near: (key) => [key.replace(/[aeiou]/, (vowel) => ACCENTED[vowel] ?? vowel), `${key}\u0301`],
  },
  {
    id: 'ORDER_TELLS_BLANKS',
    sentence: 'A blank, a hyphen or an apostrophe counts like any sign; blanks at the end, too.',
    near: (key) => [`${key} `, key.replaceAll(/[ '-]/g, ''), key.replaceAll(' ', '-')],
  },
];
const ACCENTED: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' };

const NAMES_PROBED = 8;

const onNames: readonly Claim[] = ON_NAMES.map(({ id, sentence, near }) => ({
  id,
  ...MUST,
  sentence,
  remedy: REMEDY,
  check: onNamesOf((probe) =>
    keysOf(probe).flatMap((key) =>
      near(key)
        .filter((each) => each !== key)
        .map((each) => placeBefore(each)),
    ),
  ),
}));

/** The comparison of the member itself, seen with what its records do not hold. */
export const HOSTILE_ORDER_CLAIMS: readonly Claim[] = [
  ...onNames,
  {
    id: 'ORDER_OF_HOSTILE_TEXTS',
    ...MUST,
    sentence:
      'Every text of schema/order-key-vectors.json has its place among the names, by its UTF-8 bytes.',
    remedy: REMEDY,
    check: onNamesOf(() => VECTORS.keysAscending.map((key) => placeBefore(key))),
  },
  {
    id: 'ORDER_OF_HOSTILE_TEXTS_DESCENDING',
    ...MUST,
    sentence: 'The same when names fall.',
    remedy: REMEDY,
    check: onNamesOf(() => VECTORS.keysAscending.map((key) => placeBefore(key)), 'DESC'),
  },
  {
    id: 'ORDER_OF_HOSTILE_IDS',
    ...MUST,
    sentence: 'Ids are ordered as bytes: capital letters first, then _, then small letters.',
    remedy: 'Keep ids in a binary column, and compare them as bytes.',
    check: async (asking) =>
      probed(await Promise.all(asking.lists.map((list) => probing(asking, list, []))), idsNear),
  },
  {
    id: 'ORDER_OF_HOSTILE_NUMBERS',
    ...MUST,
    module: 'MINERALS',
    sentence:
      'Every number of schema/order-key-vectors.json has its place among the figures, exactly: below zero, beyond 2^53, to any digit.',
    remedy:
      'Compare numbers as exact decimals; decimalOrderKey of schema/decimal.ts makes one that sorts as bytes. A double is not exact.',
    check: onOrder('QUANTITY', (probe) => {
      const [basis, dimension] =
        probe.rows.map(({ position }) => position.keys).find(isFigure) ?? [];
      if (basis == null || dimension == null) return [];
      return VECTORS.numbersAscending.map((n) => placeBefore(basis, dimension, { n }));
    }),
  },
  {
    id: 'ORDER_OF_HOSTILE_YEARS',
    ...MUST,
    module: 'MINERALS',
    sentence: 'A position may hold any number as a year: what follows is what follows it.',
    remedy: 'Compare the number of a position exactly, however large; do not refuse it.',
    check: onOrder('YEAR', () =>
      ['-1', '0', '1999.5', '9007199254740993'].map((n) => placeBefore({ n })),
    ),
  },
  {
    id: 'ORDER_OF_NOTHING',
    ...MUST,
    sentence:
      'Behind a place without a key come the other rows without one, by id, and none that has a key.',
    remedy: 'Take null in a position as the last place, in both directions, and go on by id.',
    check: async (asking) => probed(await Promise.all(nullOrders(asking)), placesWithoutKey),
  },
];

/** Organisations are in every member. */
function onNamesOf(
  places: (probe: Probing) => readonly Position[],
  direction?: 'DESC',
): Claim['check'] {
  return onOrder('NAME', places, direction);
}

/** Probes the longest list that has that order. */
function onOrder(
  field: string,
  places: (probe: Probing) => readonly Position[],
  direction: 'ASC' | 'DESC' = 'ASC',
): Claim['check'] {
  return async (asking) => {
    const lists = asking.lists.filter(({ orderFields }) => orderFields.includes(field));
    const probes = await Promise.all(
      lists.map((list) => probing(asking, list, orderOf(field, direction))),
    );
    const longest = probes.toSorted((a, b) => b.rows.length - a.rows.length).slice(0, 1);
    return probed(longest, places);
  };
}

/** Some of the texts by which rows are ordered, from all over the list. */
function keysOf({ rows }: Probing): readonly string[] {
  const keys = rows.flatMap(({ position }) =>
    position.keys.filter((key) => typeof key === 'string'),
  );
  const step = Math.max(1, Math.floor(keys.length / NAMES_PROBED));
  return keys.filter((_, place) => place % step === 0).slice(0, NAMES_PROBED);
}

/** Three keys of a figure that has a value. */
const isFigure = (keys: Position['keys']): boolean => keys.length === 3 && keys[2] !== null;

function idsNear({ rows }: Probing): readonly Position[] {
  const [first, last] = [rows[0]?.id, rows.at(-1)?.id];
  const near = [first, last].flatMap((id) =>
    id === undefined ? [] : [id.toUpperCase(), id.toLowerCase(), `${id} `, `${id}.`, `${id}_`],
  );
  return ['', 'A', 'ZZ:site:z', '~', '\uffff', '\u{10000}', ...near].map((id) => ({
    keys: [],
    id,
  }));
}

/** Orders of each list in both directions: rows without a key may be in any of them. */
const nullOrders = (asking: Asking) =>
  asking.lists.flatMap((list) =>
    list.orderFields.flatMap((field) =>
      (['ASC', 'DESC'] as const).map((direction) =>
        probing(asking, list, orderOf(field, direction)),
      ),
    ),
  );

/** The place of a first row without a key, and one before all such rows. */
function placesWithoutKey({ rows }: Probing): readonly Position[] {
  const first = rows.find(({ position }) => position.keys.every((key) => key === null));
  return first ? [first.position, { ...first.position, id: '' }] : [];
}
