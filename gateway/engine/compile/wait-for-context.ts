import type { PlanNode } from '@apollo/query-planner';
import { fetchesBelow, type PlacedFetch } from './fetches-in.ts';

/**
 * The same plan, but an argument from context is there when it is needed: where one subgraph leads to the object above and another one has the
 * value, the planner asks for both at once.
 */
export function waitForContext(node: PlanNode): PlanNode {
  return fetchesOf(node).some(({ fetch }) => fetch.contextRewrites) ? ordered(node) : node;
}

/** Names of fields; a place in a list is the list's. */
type Fields = PlacedFetch['path'];

function ordered(node: PlanNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { ...node, nodes: node.nodes.map(ordered) };
    case 'Parallel':
      return inTwo(node.nodes.map(ordered));
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause && { ifClause: ordered(node.ifClause) }),
        ...(node.elseClause && { elseClause: ordered(node.elseClause) }),
      };
    default:
      return node;
  }
}

/** Those that need what others of them give come after these. */
function inTwo(nodes: readonly PlanNode[]): PlanNode {
  const known = nodes.map((node) => ({ node, fetches: fetchesOf(node) }));
  const isLate = known.map(({ node, fetches }) => {
    const needs = fetches.flatMap(needsOf);
    const others = known.filter((each) => each.node !== node).flatMap((each) => each.fetches);
    return needs.some((need) => others.some((each) => mayGive(each, need)));
  });
  const [early, late] = [false, true].map((each) => nodes.filter((_, at) => isLate[at] === each));
  if (!early?.length || !late?.length) return { kind: 'Parallel', nodes: [...nodes] };
  const both = [early, late].map((each) => ({ kind: 'Parallel' as const, nodes: each }));
  return { kind: 'Sequence', nodes: both };
}

/** A path here is one of fields alone. */
const fetchesOf = (node: PlanNode): readonly PlacedFetch[] =>
  fetchesBelow(node, []).map(({ fetch, path }) => ({ fetch, path: path.filter(isField) }));

const isField = (step: string): boolean => step !== '@' && !step.startsWith('... on ');

/** Where the values stand that a fetch takes from context. */
const needsOf = ({ fetch, path }: PlacedFetch): readonly Fields[] =>
  (fetch.contextRewrites ?? []).map((each) => {
    const ups = each.path.findIndex((step) => step !== '..');
    return [...path.slice(0, path.length - ups), ...each.path.slice(ups).filter(isField)];
  });

/** It adds to what leads there, and asks for something of that name. */
function mayGive({ fetch, path }: PlacedFetch, need: Fields): boolean {
  const name = need[need.length - 1] ?? '';
  const leads = path.length > 0 && path.every((step, at) => step === need[at]);
  return leads && fetch.operation.includes(name);
}
