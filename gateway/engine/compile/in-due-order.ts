import type {
  FetchNode,
  FlattenNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import {
  type FieldNode,
  Kind,
  OperationTypeNode,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
} from 'graphql';
import type { KeyField } from '../execute/index.ts';
import { placedFetchesIn } from './fetches-in.ts';
import {
  type IsTold,
  type Knowing,
  type Premature,
  type Sifted,
  sifted,
  toldAs,
} from './premature.ts';

/**
 * The same plan, where each field is asked for when what it requires is known. The planner asks for some too early: where a field requires
 * one that requires itself, and the way leads through the same subgraph twice, it takes both visits for one. It does fetch what is
 * required, and waits for it with whatever needs the field; so the field is asked for right before those.
 */
export function inDueOrder(plan: QueryPlan, knowing: Knowing): QueryPlan {
  if (knowing.requiredIn.size === 0 || !plan.node || plan.node.kind === 'Subscription') return plan;
  const placed = placedFetchesIn(plan);
  const isTold: IsTold = (path, type, field) =>
    placed.some((each) => isSame(each.path, path) && tells(each.fetch.requires, type, field));
  const sifting = { ...knowing, isTold };
  const all = new Map(placed.map((each) => [each.fetch, sifted(each, sifting)] as const));
  const premature = [...all.values()].flatMap((each) => each.premature);
  if (premature.length === 0) return plan;
  return { ...plan, node: ordered(plan.node, [], { ...knowing, all, premature }) };
}

type Ordering = Knowing & {
  readonly all: ReadonlyMap<FetchNode, Sifted>;
  readonly premature: readonly Premature[];
};
type Path = readonly string[];

function ordered(node: PlanNode, path: Path, ordering: Ordering): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((each) => ordered(each, path, ordering)) };
    case 'Flatten':
      return flattened(node, [...path, ...node.path.map(String)], ordering);
    case 'Fetch':
      return ordering.all.get(node)?.fetch ?? node;
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause && { ifClause: ordered(node.ifClause, path, ordering) }),
        ...(node.elseClause && { elseClause: ordered(node.elseClause, path, ordering) }),
      };
    case 'Defer':
      return node;
  }
}

/** What a hop needs of its entities stands before it. */
function flattened(node: FlattenNode, path: Path, ordering: Ordering): PlanNode {
  const { node: fetch } = node;
  if (fetch.kind !== 'Fetch') return node;
  const before = neededBy(fetch.requires ?? [], path, ordering);
  const hop = { ...node, node: ordering.all.get(fetch)?.fetch ?? fetch };
  return before.length > 0 ? { kind: 'Sequence', nodes: [...before, hop] } : hop;
}

function neededBy(
  requires: readonly QueryPlanSelectionNode[],
  path: Path,
  ordering: Ordering,
): readonly PlanNode[] {
  const { premature } = ordering;
  const needed = premature.filter(
    (each) => isSame(each.path, path) && tells(requires, each.type, each.field.name.value),
  );
  const others = { ...ordering, premature: premature.filter((each) => !needed.includes(each)) };
  return needed.flatMap((each) => {
    const hop = hopFor(each, ordering);
    return [...neededBy(hop.requires ?? [], path, others), flat(hop, each.path)];
  });
}

const isSame = (one: Path, other: Path): boolean => one.join('.') === other.join('.');

const tells = (
  requires: readonly QueryPlanSelectionNode[] | undefined,
  type: string,
  field: string,
): boolean => toldAs(type, requires).some((each) => each.kind === 'Field' && each.name === field);

const flat = (node: FetchNode, path: Path): FlattenNode => ({
  kind: 'Flatten',
  path: [...path],
  node,
});

/** Asks for the field alone, by a key and with what it requires. */
function hopFor({ fetch, type, field, required }: Premature, { keys }: Knowing): FetchNode {
  const told = toldAs(type, fetch.requires);
  const key = (keys.get(`${fetch.serviceName} ${type}`)?.[0] ?? []).map(toldKey);
  const selections = [
    ...(told.length > 0 ? told : [{ kind: 'Field', name: '__typename' } as const, ...key]),
    ...toldOf(required),
  ];
  return {
    kind: 'Fetch',
    serviceName: fetch.serviceName,
    operationKind: OperationTypeNode.QUERY,
    operationName: undefined,
    requires: [{ kind: 'InlineFragment', typeCondition: type, selections }],
    operation: `query($representations:[_Any!]!){_entities(representations:$representations){...on ${type}{${textOf(field)}}}}`,
  };
}

const textOf = (field: FieldNode): string => stripIgnoredCharacters(print(field));

const toldKey = ({ name, fields }: KeyField): QueryPlanSelectionNode => ({
  kind: 'Field',
  name,
  ...(fields.length > 0 && { selections: fields.map(toldKey) }),
});

const toldOf = ({ selections }: SelectionSetNode): QueryPlanSelectionNode[] =>
  selections.flatMap((each): QueryPlanSelectionNode[] => {
    if (each.kind === Kind.FRAGMENT_SPREAD) return [];
    const below = each.selectionSet ? { selections: toldOf(each.selectionSet) } : {};
    if (each.kind === Kind.FIELD) return [{ kind: 'Field', name: each.name.value, ...below }];
    const typeCondition = each.typeCondition?.name.value;
    const selections = toldOf(each.selectionSet);
    return [{ kind: 'InlineFragment', ...(typeCondition && { typeCondition }), selections }];
  });
