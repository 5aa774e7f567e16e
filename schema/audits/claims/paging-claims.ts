import { type OrderBy, type OrderKey, parsePosition } from '../../index.ts';
import { type Claim, MUST } from '../claim.ts';
import { orderedPage, orderOf } from '../page.ts';
import { type Listed, onLists } from '../rows.ts';
import { nodesOf } from '../shown-keys.ts';
import { againstOnePage, walk } from '../walk.ts';

const KEYSET =
  'Go on behind the keys and the id of the position (keys, id) > (?, ?), written out for each direction and for nulls; never by counting rows (OFFSET).';

/** How pages follow one another. */
export const PAGING_CLAIMS: readonly Claim[] = [
  {
    id: 'PAGES_LOSE_NOTHING',
    ...MUST,
    sentence: 'Read page by page, a list has every row that it has in one page.',
    remedy: KEYSET,
    check: onLists(async ({ asking, list, sample }) => {
      const { ids, isAtEnd } = await walk(asking, list, BY_SEVEN);
      const all = [...nodesOf(sample).keys()];
      const met = isAtEnd ? all : all.slice(0, ids.length);
      return met
        .filter((id) => !ids.includes(id))
        .map((id) => `Page by page, ${list.field} lacks ${id}.`);
    }),
  },
  {
    id: 'PAGES_REPEAT_NOTHING',
    ...MUST,
    sentence: 'Read page by page, a list has no row twice.',
    remedy: KEYSET,
    check: onLists(async ({ asking, list }) => {
      const { ids } = await walk(asking, list, { ...BY_SEVEN, sizes: [3] });
      const again = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
      return [...again].map((id) => `Page by page, ${list.field} has ${id} more than once.`);
    }),
  },
  {
    id: 'PAGES_OF_CHANGING_SIZE',
    ...MUST,
    sentence: 'The size of a page may change from one to the next.',
    remedy: KEYSET,
    check: onLists(({ asking, list }) =>
      againstOnePage(asking, list, { orderBy: [], sizes: [1, 5, 2, 30, 3], pagesMost: 8 }),
    ),
  },
  {
    id: 'PAGES_IN_EACH_ORDER',
    ...MUST,
    sentence: 'In each order, pages follow one another as the rows of one page do.',
    remedy: KEYSET,
    check: inEachOrder('ASC'),
  },
  {
    id: 'PAGES_IN_EACH_ORDER_DESCENDING',
    ...MUST,
    sentence: 'So they do when keys fall.',
    remedy: `${KEYSET} Where keys fall, turn the comparison of the key round, not that of the id.`,
    check: inEachOrder('DESC'),
  },
  {
    id: 'PAGES_THROUGH_TIES',
    ...MUST,
    sentence: 'Rows of equal keys are neither lost nor repeated where a page ends among them.',
    remedy: `Compare the id behind equal keys. ${KEYSET}`,
    check: onLists(throughTies),
  },
  {
    id: 'PAGES_THROUGH_NULLS',
    ...MUST,
    sentence: 'Pages go on from rows with a key to those without one, and on among these.',
    remedy: `Write the comparison for null: behind a key come larger keys and null; behind null, null with a larger id. ${KEYSET}`,
    check: onLists(throughNulls),
  },
  {
    id: 'PAGES_OF_TWO_ORDERS',
    ...MUST,
    sentence: 'Ordered by two fields, one falling and one rising, pages follow one another.',
    remedy: `Take each part of the position in its own direction. ${KEYSET}`,
    check: onLists(({ asking, list }) => {
      const [first, second] = list.orderFields;
      if (!first || !second) return [];
      const orderBy: readonly OrderBy[] = [...orderOf(second, 'DESC'), ...orderOf(first)];
      return againstOnePage(asking, list, { orderBy, sizes: [4], pagesMost: 4 });
    }),
  },
];

const BY_SEVEN = { orderBy: [], sizes: [7], pagesMost: 12 } as const;

function inEachOrder(direction: OrderBy['direction']): Claim['check'] {
  return onLists(async ({ asking, list }) => {
    const each = list.orderFields.map((field) =>
      againstOnePage(asking, list, {
        orderBy: orderOf(field, direction),
        sizes: [2, 5],
        pagesMost: 3,
      }),
    );
    return (await Promise.all(each)).flat();
  });
}

/** Walks one by one through the longest run of equal keys of a list, whichever order has it. */
async function throughTies({ asking, list }: Listed): Promise<readonly string[]> {
  const runs = await Promise.all(
    list.orderFields.map(async (field) => {
      const { cursors } = await orderedPage(asking, list, orderOf(field));
      const keys = cursors.map((cursor) => JSON.stringify(keysIn(cursor, field)));
      return { field, cursors, ...longestRun(keys) };
    }),
  );
  const [longest] = runs.toSorted((a, b) => b.length - a.length);
  if (!longest || longest.length < 2) return [];
  const from = longest.cursors[longest.start - 1];
  return againstOnePage(asking, list, {
    orderBy: orderOf(longest.field),
    sizes: [1, 2],
    pagesMost: 8,
    ...(from !== undefined && { from }),
  });
}

/** The keys of a position, without its id. */
const keysIn = (cursor: string, field: string): readonly OrderKey[] =>
  parsePosition(cursor, orderOf(field))?.keys ?? [];

function longestRun(keys: readonly string[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [place, key] of keys.entries()) {
    if (key !== keys[start]) start = place;
    if (place - start + 1 > best.length) best = { start, length: place - start + 1 };
  }
  return best;
}

/** From two rows before the first without a key, in each order that has rows of both kinds. */
async function throughNulls({ asking, list }: Listed): Promise<readonly string[]> {
  const each = list.orderFields.flatMap((field) =>
    (['ASC', 'DESC'] as const).map(async (direction) => {
      const orderBy = orderOf(field, direction);
      const { cursors } = await orderedPage(asking, list, orderBy);
      const start = cursors.findIndex((cursor) => keysIn(cursor, field)[0] === null);
      const from = cursors[start - 2];
      if (from === undefined) return [];
      return againstOnePage(asking, list, { orderBy, sizes: [1, 2, 1], pagesMost: 5, from });
    }),
  );
  return (await Promise.all(each)).flat();
}
