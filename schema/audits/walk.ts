import type { OrderBy } from '../index.ts';
import type { Asking } from './asking.ts';
import type { List } from './lists.ts';
import { askPage, inOrder, orderedPage } from './page.ts';

export type WalkAsk = {
  readonly orderBy: readonly OrderBy[];
  /** Page sizes, in turn, and again from the first. */
  readonly sizes: readonly number[];
  readonly pagesMost: number;
  /** Where to start; the start of the list unless told. */
  readonly from?: string;
};

/** What a walk from page to page has met. */
export type Walk = {
  readonly ids: readonly string[];
  /** Whether it came to the end of the list. */
  readonly isAtEnd: boolean;
  /** Pages that were not as long as asked, though more followed. */
  readonly faults: readonly string[];
};

/** Goes from page to page as the gateway does, each behind the last row of the one before. */
export async function walk(asking: Asking, list: List, ask: WalkAsk): Promise<Walk> {
  const ids: string[] = [];
  const faults: string[] = [];
  let after: string | null = ask.from ?? null;
  for (let page = 0; page < ask.pagesMost; page += 1) {
    const first = ask.sizes[page % ask.sizes.length] ?? 1;
    const got = await askPage(asking, list, { orderBy: ask.orderBy, first, after });
    ids.push(...got.ids);
    faults.push(...got.errors.map(({ message }) => `Behind ${after}, it says: ${message}`));
    if (got.hasNextPage && got.ids.length !== first)
      faults.push(
        `Of ${inOrder(list, ask.orderBy)}, a page of ${first} had ${got.ids.length} rows, and more followed.`,
      );
    after = got.cursors.at(-1) ?? null;
    if (!got.hasNextPage || after === null) return { ids, isAtEnd: true, faults };
  }
  return { ids, isAtEnd: false, faults };
}

/** Where a walk and one large page are not the same rows: lost, met twice, met elsewhere. */
export async function againstOnePage(
  asking: Asking,
  list: List,
  ask: WalkAsk,
): Promise<readonly string[]> {
  const page = await orderedPage(asking, list, ask.orderBy);
  const start = ask.from === undefined ? 0 : page.cursors.indexOf(ask.from) + 1;
  const { ids, isAtEnd, faults } = await walk(asking, list, ask);
  const known = page.ids.slice(start);
  const wanted = isAtEnd ? known : known.slice(0, ids.length);
  return [...faults, ...unlike(ids, wanted, inOrder(list, ask.orderBy))];
}

/** The first row that is not the same. */
function unlike(
  ids: readonly string[],
  wanted: readonly string[],
  called: string,
): readonly string[] {
  const longer = ids.length > wanted.length ? ids : wanted;
  const place = longer.findIndex((_, row) => ids[row] !== wanted[row]);
  if (place < 0) return [];
  return [
    `Page by page, row ${place + 1} of ${called} is ${ids[place] ?? 'not there'}; in one page it is ${wanted[place] ?? 'not there'}.`,
  ];
}
