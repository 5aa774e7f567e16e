import {
  compareOrderKeys,
  type OrderBy,
  type OrderKey,
  orderKeyCount,
  parsePosition,
} from '../../index.ts';
import { type Claim, MUST } from '../claim.ts';
import type { List } from '../lists.ts';
import { askPage, inOrder, orderedPage, orderOf } from '../page.ts';
import { shown, textAt } from '../reading.ts';
import { type Listed, onLists } from '../rows.ts';
import { nodesOf, shownKeys } from '../shown-keys.ts';

/** Groups of orders whose keys are made alike. */
const KEYS: readonly {
  readonly id: string;
  readonly fields: readonly string[];
  readonly sentence: string;
  readonly remedy: string;
}[] = [
  {
    id: 'KEY_OF_NAMES',
    fields: ['NAME', 'TITLE'],
    sentence:
      'The key of a name is its English form (else the original): NFD, without U+0300-U+036F, A-Z in small letters.',
    remedy:
      'Make it as schema/order-key.ts does; check yours against schema/order-key-vectors.json, for lower() and casefold() are not alike.',
  },
  {
    id: 'KEY_OF_WORDS',
    fields: ['COUNTRY', 'JURISDICTION', 'TYPE', 'STATUS', 'COMMODITY'],
    sentence: 'The key of a word or a code is the word as it is served.',
    remedy: 'Write the word itself into the position, or null where there is none.',
  },
  {
    id: 'KEY_OF_DATES',
    fields: ['EFFECTIVE_DATE', 'IN_FORCE_FROM', 'START_DATE', 'UPDATED_AT'],
    sentence: 'The key of a date is its text as it is served.',
    remedy: 'Write the text of the date into the position, to the same digit as in the field.',
  },
  {
    id: 'KEY_OF_YEARS',
    fields: ['YEAR'],
    sentence: 'The key of a year is a number, written {"n":"2024"}.',
    remedy: 'Write numbers in positions as objects with the decimal as text.',
  },
  {
    id: 'KEY_OF_QUANTITIES',
    fields: ['QUANTITY', 'CONTAINED'],
    sentence:
      'The keys of a quantity are three: basis, dimension, and {"n":"..."} in the base unit; three nulls where there is no value.',
    remedy:
      'Make them as orderKeysOfQuantity of schema/order-key.ts does: the basis is the empty text where there is none.',
  },
];

const ordersAmong = (fields: readonly string[]) => (list: List) =>
  list.orderFields.some((field) => fields.includes(field));

const keyClaims: readonly Claim[] = KEYS.map(({ id, fields, sentence, remedy }) => ({
  id,
  ...MUST,
  sentence,
  remedy,
  check: onLists(async (listed) => {
    const own = listed.list.orderFields.filter((field) => fields.includes(field));
    const faults = await Promise.all(own.map((field) => strayKeys(listed, field)));
    return faults.flat();
  }, ordersAmong(fields)),
}));

/** What stands at each edge, as `cursor`. */
export const POSITION_CLAIMS: readonly Claim[] = [
  {
    id: 'POSITION_AT_EACH_ROW',
    ...MUST,
    sentence: 'Each edge has its place as `cursor`: a JSON array in a text, order keys and id.',
    remedy: 'Write the position as schema/position.ts does; without an order it is `["<id>"]`.',
    check: onLists(({ list, sample }) =>
      sample.rows
        .filter(({ cursor }) => !parsePosition(cursor, []))
        .map(
          ({ cursor, node }) =>
            `${textAt(node, 'id')} of ${list.field} has the cursor ${shown(cursor)}.`,
        ),
    ),
  },
  {
    id: 'POSITION_ENDS_WITH_ID',
    ...MUST,
    sentence: 'The last part of a position is the id of its row.',
    remedy: 'Put the id of the record at the end of the array, whole.',
    check: onLists(({ sample }) =>
      sample.rows.flatMap(({ cursor, node }) => {
        const id = parsePosition(cursor, [])?.id;
        return id === undefined || id === node.id
          ? []
          : [`The position of ${textAt(node, 'id')} ends with ${shown(id)}.`];
      }),
    ),
  },
  {
    id: 'POSITION_FOLLOWS_THE_ORDER',
    ...MUST,
    sentence:
      'A position has the keys of its order, three for a quantity and one for others, before the id.',
    remedy: 'Write one key for each `orderBy`, three for QUANTITY and CONTAINED, in their order.',
    check: onLists(async (listed) => {
      const each = ordersOf(listed.list).map((orderBy) => strayPositions(listed, orderBy));
      return (await Promise.all(each)).flat();
    }),
  },
  ...keyClaims,
];

/** Each order alone, and the first two together. */
const ordersOf = ({
  orderFields: [first, second, ...others],
}: List): readonly (readonly OrderBy[])[] => [
  ...[first, second, ...others].flatMap((field) => (field ? [orderOf(field)] : [])),
  ...(first && second ? [[...orderOf(first, 'DESC'), ...orderOf(second)]] : []),
];

async function strayPositions(
  { asking, list }: Listed,
  orderBy: readonly OrderBy[],
): Promise<readonly string[]> {
  const page =
    orderBy.length === 1
      ? await orderedPage(asking, list, orderBy)
      : await askPage(asking, list, { orderBy, first: 5 });
  const wanted = orderBy.reduce((sum, { field }) => sum + orderKeyCount(field), 0);
  return page.cursors
    .filter((cursor) => !parsePosition(cursor, orderBy))
    .map(
      (cursor) =>
        `In ${inOrder(list, orderBy)}, expected ${wanted} keys and an id, got ${shown(cursor)}.`,
    );
}

/** Rows whose position has other keys than what they show. */
async function strayKeys(
  { asking, list, sample }: Listed,
  field: string,
): Promise<readonly string[]> {
  const { ids, cursors } = await orderedPage(asking, list, orderOf(field));
  const nodes = nodesOf(sample);
  return ids.flatMap((id, place) => {
    const node = nodes.get(id);
    const wanted = node && shownKeys(node, field);
    const got = parsePosition(cursors[place], orderOf(field))?.keys;
    if (!wanted || !got || areAlike(wanted, got)) return [];
    return [
      `In ${inOrder(list, orderOf(field))}, ${id} has the keys ${shown(got)}; by its fields they are ${shown(wanted)}.`,
    ];
  });
}

const areAlike = (wanted: readonly OrderKey[], got: readonly OrderKey[]): boolean =>
  wanted.length === got.length &&
  wanted.every((key, place) => compareOrderKeys(key, got[place] ?? null, 'ASC') === 0);
