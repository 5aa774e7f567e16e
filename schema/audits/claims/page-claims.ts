import { compareBytes } from '../../index.ts';
import { type Claim, MUST } from '../claim.ts';
import { askPage, inOrder, orderedPage } from '../page.ts';
import { textAt } from '../reading.ts';
import { type Listed, onLists } from '../rows.ts';

/** One page: how long it is, what it says of itself, what stands in it. */
export const PAGE_CLAIMS: readonly Claim[] = [
  {
    id: 'PAGE_AS_LONG_AS_ASKED',
    ...MUST,
    sentence: 'A page has as many rows as `first` says, where the list has them.',
    remedy:
      'Read `first` rows and one more, which tells whether another page follows; choose rows before you count them.',
    check: onLists(async ({ asking, list, sample }) => {
      const sizes = [1, 2, 3, 10];
      const pages = await Promise.all(sizes.map((first) => askPage(asking, list, { first })));
      return pages.flatMap(({ ids }, place) => {
        const wanted = Math.min(sizes[place] ?? 0, sample.rows.length);
        return ids.length === wanted
          ? []
          : [
              `A page of ${sizes[place]} of ${list.field} has ${ids.length} rows; there are ${sample.rows.length}.`,
            ];
      });
    }),
  },
  {
    id: 'PAGE_OF_50',
    ...MUST,
    sentence: 'Without `first`, a page has up to 50 rows.',
    remedy: 'Take 50 where `first` is not given or null.',
    check: onLists(async ({ asking, list, sample }) => {
      const { ids } = await askPage(asking, list, {});
      const wanted = Math.min(50, sample.rows.length);
      return ids.length === wanted
        ? []
        : [`Without \`first\`, ${list.field} gives ${ids.length} rows, not ${wanted}.`];
    }),
  },
  {
    id: 'PAGE_OF_500',
    ...MUST,
    sentence: 'A page may have 500 rows.',
    remedy: 'Allow `first: 500`; the gateway asks for it where rows are short.',
    check: onLists(async ({ asking, list, sample }) => {
      const { ids, errors } = await orderedPage(asking, list, []);
      const wanted = Math.min(500, sample.rows.length);
      const why = errors[0] ? ` It says: ${errors[0].message}` : '';
      return ids.length === wanted
        ? []
        : [`A page of 500 of ${list.field} has ${ids.length} rows, not ${wanted}.${why}`];
    }),
  },
  {
    id: 'PAGE_REPEATABLE',
    ...MUST,
    sentence: 'The same page, asked for again, has the same rows in the same order.',
    remedy:
      'Give every list a whole order, with the id at its end; without one a database gives rows as it likes.',
    check: onLists(async ({ asking, list }) => {
      const [once, again] = await Promise.all([
        askPage(asking, list, { first: 100 }),
        askPage(asking, list, { first: 100 }),
      ]);
      return once.cursors.join() === again.cursors.join()
        ? []
        : [`Asked twice, the first page of ${list.field} is not the same.`];
    }),
  },
  {
    id: 'LIST_BY_ID',
    ...MUST,
    sentence: 'Without `orderBy`, a list rises by id, as bytes.',
    remedy: 'Order by id where nothing is asked; keep ids in a binary column.',
    check: onLists(({ list, sample }) => {
      const ids = sample.rows.map(({ node }) => textAt(node, 'id'));
      const astray = ids.findIndex(
        (id, place) => place > 0 && compareBytes(id, ids[place - 1] ?? '') <= 0,
      );
      return astray < 0
        ? []
        : [`In ${list.field}, ${ids[astray]} stands behind ${ids[astray - 1]}.`];
    }),
  },
  {
    id: 'NEXT_PAGE_SAID',
    ...MUST,
    sentence: '`hasNextPage` is true while rows follow, and false at the last one.',
    remedy: 'Read one row more than asked for; it tells.',
    check: onLists(nextPageSaid),
  },
  {
    id: 'NOTHING_BEHIND_THE_LAST',
    ...MUST,
    sentence: 'Behind the last row there is a page without rows, and no error.',
    remedy: 'Answer an empty list of edges there.',
    check: onLists(async ({ asking, list, sample }) => {
      if (!sample.isWhole) return [];
      const after = sample.rows.at(-1)?.cursor ?? null;
      const { ids, hasNextPage, errors } = await askPage(asking, list, { first: 5, after });
      return ids.length === 0 && hasNextPage === false && errors.length === 0
        ? []
        : [
            `Behind the last row of ${list.field} come ${ids.length} rows, hasNextPage is ${hasNextPage}. ${errors[0]?.message ?? ''}`.trim(),
          ];
    }),
  },
  {
    id: 'TOTAL_OF_THE_LIST',
    ...MUST,
    sentence: '`total` counts the list, whatever the page: its size, and where it begins.',
    remedy: 'Count what the filter chooses, without `first` and `after`.',
    check: onLists(async ({ asking, list, sample }) => {
      const after = sample.rows[0]?.cursor ?? null;
      const pages = await Promise.all([
        askPage(asking, list, { first: 1, wantsTotal: true }),
        askPage(asking, list, { first: 2, after, wantsTotal: true }),
      ]);
      const wanted = sample.isWhole ? sample.rows.length : sample.total;
      return pages
        .filter(({ total }) => total !== wanted)
        .map(
          ({ total }) => `${list.field} has ${wanted} rows, and counts ${total} on a page of it.`,
        );
    }),
  },
];

async function nextPageSaid({ asking, list, sample }: Listed): Promise<readonly string[]> {
  const count = sample.rows.length;
  if (!sample.isWhole || count > 500) return [];
  const pages = await Promise.all(
    [count, count - 1]
      .filter((first) => first > 0)
      .map(async (first) => ({ first, ...(await askPage(asking, list, { first })) })),
  );
  return pages
    .filter(({ first, hasNextPage }) => hasNextPage !== first < count)
    .map(
      ({ first, hasNextPage }) =>
        `Of the ${count} rows of ${inOrder(list, [])}, behind the first ${first} hasNextPage is ${hasNextPage}.`,
    );
}
