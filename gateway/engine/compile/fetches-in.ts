import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';

/** All fetches of a plan, whether or not conditions let them be made. */
export function fetchesIn({ node }: QueryPlan): readonly FetchNode[] {
  return node && node.kind !== 'Subscription' ? fetchesBelow(node) : [];
}

function fetchesBelow(node: PlanNode): readonly FetchNode[] {
  switch (node.kind) {
    case 'Fetch':
      return [node];
    case 'Flatten':
      return fetchesBelow(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesBelow);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((each) => (each ? fetchesBelow(each) : []));
    case 'Defer':
      return [];
  }
}
