import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';

/** A fetch, and the place of the answer that it adds to. */
export type PlacedFetch = { readonly fetch: FetchNode; readonly path: readonly string[] };

/** All fetches of a plan, whether or not conditions let them be made. */
export const fetchesIn = (plan: QueryPlan): readonly FetchNode[] =>
  placedFetchesIn(plan).map(({ fetch }) => fetch);

export const placedFetchesIn = ({ node }: QueryPlan): readonly PlacedFetch[] =>
  node && node.kind !== 'Subscription' ? fetchesBelow(node, []) : [];

export function fetchesBelow(node: PlanNode, path: readonly string[]): readonly PlacedFetch[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ fetch: node, path }];
    case 'Flatten':
      return fetchesBelow(node.node, [...path, ...node.path.map(String)]);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((each) => fetchesBelow(each, path));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((each) =>
        each ? fetchesBelow(each, path) : [],
      );
    case 'Defer':
      return [];
  }
}
