import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import {
  compileRepresentation,
  condition,
  contextArguments,
  contextFetch,
  entityFetch,
  parallel,
  rootFetch,
  type Step,
  type SubgraphQuestion,
  sequence,
  type Types,
} from '../execute/index.ts';
import type { Keys } from './keys.ts';
import { leftAloneIn } from './left-alone.ts';
import { waitForContext } from './wait-for-context.ts';

export type PlanParts = Types & {
  readonly keys: Keys;
  /** Whether another hop to members waits for the fetch with this operation. */
  readonly isFollowed: (operation: string) => boolean;
};

/** A plan as the steps that it takes; nothing where everything is known without asking. */
export function compilePlan(plan: QueryPlan, parts: PlanParts): Step {
  const { node } = plan;
  if (!node) return () => undefined;
  if (node.kind === 'Subscription') throw unknownNode(node.kind);
  return compileNode(waitForContext(node), [], { ...parts, leftAlone: leftAloneIn(plan) });
}

type NodeParts = PlanParts & { readonly leftAlone: ReturnType<typeof leftAloneIn> };

type Path = readonly string[];

function compileNode(node: PlanNode, path: Path, parts: NodeParts): Step {
  switch (node.kind) {
    case 'Sequence':
      return sequence(node.nodes.map((each) => compileNode(each, path, parts)));
    case 'Parallel':
      return parallel(node.nodes.map((each) => compileNode(each, path, parts)));
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String)], parts);
    case 'Condition':
      return compileCondition(node, path, parts);
    case 'Fetch':
      return compileFetch(node, path, parts);
    case 'Defer':
      throw unknownNode(node.kind);
  }
}

const unknownContext = ({ serviceName }: FetchNode) =>
  new Error(`Expected arguments from context for entities alone, got one for ${serviceName}.`);
const unknownNode = (kind: string) =>
  new Error(`Expected a plan without deferred parts and subscriptions, got ${kind}.`);

function compileCondition(
  node: Extract<PlanNode, { kind: 'Condition' }>,
  path: Path,
  parts: NodeParts,
): Step {
  const [ifTrue, ifFalse] = [node.ifClause, node.elseClause].map(
    (each) => each && compileNode(each, path, parts),
  );
  return condition(node.condition, ifTrue, ifFalse);
}

function compileFetch(node: FetchNode, path: Path, parts: NodeParts): Step {
  const { requires, inputRewrites = [], outputRewrites = [], serviceName } = node;
  const fetch = {
    ...parts,
    path,
    question: questionOf(node, parts),
    variables: node.variableUsages ?? [],
    outputRewrites,
  };
  const contexts = contextArguments(node.contextRewrites ?? [], path);
  if (!requires && contexts.length > 0) throw unknownContext(node);
  if (!requires) return rootFetch(fetch);
  const keysOf = (typename: string) => parts.keys.get(`${serviceName} ${typename}`) ?? [];
  const { isOfType } = parts;
  const represent = compileRepresentation({ requires, inputRewrites, isOfType, keysOf });
  const leftAlone = parts.leftAlone.get(node);
  const entities = { ...fetch, represent, key: keyOf(node), leftAlone };
  return contexts.length > 0 ? contextFetch({ ...entities, contexts }) : entityFetch(entities);
}

/** The planner numbers the operations of a plan; what they ask is the rest. */
const keyOf = ({ serviceName, operation, outputRewrites = [] }: FetchNode): string =>
  [
    serviceName,
    operation.replace(/^(query|mutation) \w+/, '$1'),
    JSON.stringify(outputRewrites),
  ].join(' ');

const questionOf = (node: FetchNode, { isFollowed }: PlanParts): SubgraphQuestion => ({
  service: node.serviceName,
  query: node.operation,
  operationName: node.operationName,
  isMutation: node.operationKind === 'mutation',
  isFollowed: isFollowed(node.operation),
});
