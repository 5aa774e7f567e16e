import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';

/** The operations of those fetches of a plan that another hop to members waits for. */
export function followedHops({ node }: QueryPlan): ReadonlySet<string> {
  const hops = hopsIn(node, false);
  return new Set(hops.flatMap((each) => (each.isFollowed ? [each.operation] : [])));
}

type Node = QueryPlan['node'] | PlanNode;
type Hop = { readonly operation: string; readonly isFollowed: boolean };

function hopsIn(node: Node, isFollowed: boolean): readonly Hop[] {
  switch (node?.kind) {
    case 'Fetch':
      return asks(node) ? [{ operation: node.operation, isFollowed }] : [];
    case 'Flatten':
      return hopsIn(node.node, isFollowed);
    case 'Parallel':
      return node.nodes.flatMap((each) => hopsIn(each, isFollowed));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((each) => hopsIn(each, isFollowed));
    case 'Sequence':
      return hopsInTurn(node.nodes, isFollowed);
    default:
      return [];
  }
}

const hopsInTurn = (nodes: readonly PlanNode[], isFollowed: boolean): readonly Hop[] =>
  nodes.flatMap((node, place) =>
    hopsIn(node, isFollowed || nodes.slice(place + 1).some(asksSomebody)),
  );

const asksSomebody = (node: PlanNode): boolean => hopsIn(node, false).length > 0;

const asks = ({ serviceName }: FetchNode): boolean => asksMembers(serviceName);

/** The links faces make references from the ids beside them: nobody is asked, so nobody waits. */
export const asksMembers = (service: string): boolean => !service.startsWith('links_');
