import { z } from 'zod';

/** How many rows the question asks. */
export const PAGE_ROWS = 200;

const SITES = `{ sites(first: ${PAGE_ROWS}) { edges { node { id type status commodityCodes } } total { count precision } coverage { complete answered missing { member reason } } } }`;

/** What a client sends the gateway. */
export const QUESTION = JSON.stringify({ query: SITES });

/** The same for so many clients, of whom each gives it a name of its own, so that none may share what another was answered. */
export const questionsApart = (clients: number): readonly string[] =>
  Array.from({ length: clients }, (_, place) =>
    JSON.stringify({ query: `query Client${place} ${SITES}` }),
  );

/** What the floor asks each member: the whole page, with all that the gateway needs beside the rows. */
export const MEMBER_QUESTION = JSON.stringify({
  query: `{ sites(first: ${PAGE_ROWS}) { zlg_edges: edges { cursor node { id } } zlg_page: pageInfo { hasNextPage } zlg_total: total { count precision } edges { node { id type status commodityCodes } } } }`,
});

const ANSWER = z.object({
  data: z.object({
    sites: z.object({
      edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
      total: z.object({ count: z.number(), precision: z.string() }).optional(),
      coverage: z.object({ complete: z.boolean(), answered: z.array(z.string()) }).optional(),
    }),
  }),
});

export type Expected = { readonly members: number; readonly rowsEach: number };

/** What is wrong with an answer, in a sentence; undefined where nothing is. The floor tells neither total nor coverage. */
export function faultIn(answer: string, { members, rowsEach }: Expected): string | undefined {
  const parsed = ANSWER.safeParse(JSON.parse(answer));
  if (!parsed.success) return `Expected a page of sites, got ${answer.slice(0, 500)}`;
  const { edges, total, coverage } = parsed.data.data.sites;
  const all = members * rowsEach;
  const page = Math.min(PAGE_ROWS, all);
  if (edges.length !== page) return `Expected ${page} sites, got ${edges.length}.`;
  if (total && total.count !== all) return `Expected a total of ${all}, got ${total.count}.`;
  if (coverage && coverage.answered.length !== members)
    return `Expected answers of ${members} members, got ${coverage.answered.length}.`;
  return undefined;
}
