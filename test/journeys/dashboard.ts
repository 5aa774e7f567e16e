import type { Continent, JsonObject } from './continent.ts';
import { inOrder } from './row-order.ts';
import { readSeedRows } from './seed-rows.ts';

/** What a dashboard asks of every list and sum, and what it must read before it sums. */
export const COVERAGE =
  'coverage { complete answered missing { member reason since part missedRange { from to } } stale { member } }';
const DASHBOARD = `{
  sites(first: 100) { edges { node { id name { value } } } total { count precision } ${COVERAGE} }
  siteCounts(by: [COUNTRY]) { rows { countryCode count } ${COVERAGE} }
}`;

type Coverage = JsonObject & { readonly missing: readonly JsonObject[] };

/** What a dashboard shows: the first sites, how many there are, how many by country, and who is missing. */
export async function dashboard(continent: Continent) {
  const asked = Date.now();
  const { status, errors, data } = await continent.ask({ query: DASHBOARD });
  const { sites, siteCounts } = data as Readonly<Record<string, JsonObject>>;
  const edges = sites?.edges as readonly { readonly node: JsonObject }[];
  return {
    tookMs: Date.now() - asked,
    status,
    errors,
    ids: edges.map(({ node }) => node.id),
    total: sites?.total,
    coverage: sites?.coverage as Coverage,
    counts: siteCounts?.rows,
    coverageOfCounts: siteCounts?.coverage as Coverage,
  };
}

const SITES = inOrder(readSeedRows().get('Site') ?? [], []);

/** The sites that these members hold, in order of their ids. */
export const sitesOf = (...members: readonly string[]): readonly JsonObject[] =>
  SITES.filter(({ home }) => members.includes(String(home)));

/** Ids of those that a dashboard shows first. */
export const firstSitesOf = (...members: readonly string[]) =>
  sitesOf(...members)
    .slice(0, 100)
    .map(({ id }) => id);

export const countOf = (...members: readonly string[]): number => sitesOf(...members).length;

export const countsOf = (...members: readonly string[]) =>
  members.map((countryCode) => ({ countryCode, count: countOf(countryCode) }));
