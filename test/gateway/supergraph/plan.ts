import internals from '@apollo/federation-internals';
import { type FetchNode, type PlanNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';

export type PlanOf = (document: DocumentNode) => QueryPlan;

/** Plans questions over a supergraph as the stock engine does. */
export function openPlanner(supergraph: string): PlanOf {
  const built = internals.Supergraph.build(supergraph);
  const [planner, api] = [new QueryPlanner(built), built.apiSchema()];
  return (document) => planner.buildQueryPlan(internals.operationFromDocument(api, document));
}

/** What a plan costs. A wave is a fetch that asks somebody and must wait for the one before it. */
export type PlanCost = {
  readonly waves: number;
  readonly fetches: number;
  readonly asking: number;
};

export function costOf({ node }: QueryPlan): PlanCost {
  const fetches = fetchesIn(node);
  return { waves: wavesIn(node), fetches: fetches.length, asking: fetches.filter(asks).length };
}

/** The links faces make references from the ids beside them: nobody is asked. */
const asks = ({ serviceName }: FetchNode) => !serviceName.startsWith('links_');

type Node = QueryPlan['node'] | PlanNode;

function fetchesIn(node: Node): readonly FetchNode[] {
  if (node?.kind === 'Fetch') return [node];
  return childrenOf(node).flatMap(fetchesIn);
}

function wavesIn(node: Node): number {
  if (node?.kind === 'Fetch') return Number(asks(node));
  const waves = childrenOf(node).map(wavesIn);
  if (node?.kind === 'Sequence') return waves.reduce((sum, each) => sum + each, 0);
  return Math.max(0, ...waves);
}

function childrenOf(node: Node): readonly PlanNode[] {
  switch (node?.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes;
    case 'Flatten':
      return [node.node];
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((each) => each ?? []);
    case 'Fetch':
    case undefined:
      return [];
    default:
      throw new Error(`Expected a plan without ${node?.kind}: the contract has no deferred parts.`);
  }
}
