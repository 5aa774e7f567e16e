import type { Continent, JsonObject, Told } from './continent.ts';
import type { List } from './lists.ts';
import type { Order } from './row-order.ts';

export type Scroll = {
  readonly list: List;
  readonly orderBy: readonly Order[];
  readonly first: number;
  readonly filter?: JsonObject;
  /** Code of the country or commodity under which the list stands. */
  readonly under?: string;
};
export type Page = {
  readonly ids: readonly string[];
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
  readonly total: JsonObject;
  readonly coverage: JsonObject;
};

/** Pages of a list from its first to its last, each asked for with the cursor of the one before. */
export async function scrollToTheEnd(
  continent: Continent,
  scroll: Scroll,
): Promise<readonly Page[]> {
  const pages: Page[] = [];
  do pages.push(await pageAfter(continent, scroll, pages.at(-1)?.endCursor ?? null));
  while (pages.at(-1)?.hasNextPage);
  return pages;
}

export async function pageAfter(
  continent: Continent,
  scroll: Scroll,
  after: string | null,
): Promise<Page> {
  const { orderBy, first, filter = null } = scroll;
  const variables = { orderBy, first, filter, after, ...keyOf(scroll) };
  return readPage(scroll, await continent.ask({ query: queryOf(scroll), variables }));
}

/** A country is found by its code; a commodity by its English name, which is its code in these tests. */
function keyOf({ list, under }: Scroll): JsonObject {
  if (under === undefined) return {};
  return list.parent === 'Country' ? { codes: [under] } : { text: under };
}

function queryOf({ list }: Scroll): string {
  const { parent, field, order, filter } = list;
  const connection = `${field}(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    edges { node { id } }
    pageInfo { hasNextPage endCursor }
    total { count precision }
    coverage { complete answered missing { member reason } stale { member } }
  }`;
  const parameters = `$filter: ${filter}, $orderBy: [${order}!], $first: Int, $after: Cursor`;
  if (parent === 'Query') return `query (${parameters}) { ${connection} }`;
  return parent === 'Country'
    ? `query (${parameters}, $codes: [CountryCode!]) { parents: countries(codes: $codes) { code ${connection} } }`
    : `query (${parameters}, $text: String) { parents: commodities(text: $text) { code ${connection} } }`;
}

type Connection = Omit<Page, 'ids' | 'hasNextPage' | 'endCursor'> & {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: Pick<Page, 'hasNextPage' | 'endCursor'>;
};

function readPage({ list, under }: Scroll, { data, ...told }: Told): Page {
  const parents = (data?.parents ?? []) as readonly JsonObject[];
  const parent = under === undefined ? data : parents.find(({ code }) => code === under);
  const connection = parent?.[list.field] as Connection | null | undefined;
  if (told.errors || !connection)
    throw new Error(`Expected a page, got ${JSON.stringify({ ...told, data })}.`);
  const { edges, pageInfo, total, coverage } = connection;
  return { ids: edges.map(({ node }) => node.id), ...pageInfo, total, coverage };
}
