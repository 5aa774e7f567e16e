import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { MergeRule } from '../../schema/index.ts';
import { type Operation, pruned, selections, variableNames } from './document.ts';
import { typeOfField } from './project.ts';
import { keyOf, type Scattered } from './scattered.ts';

/** The text that a member is sent, and the variables that it takes. */
export type MemberText = { readonly query: string; readonly variables: readonly string[] };

/** The planner's question with those of its scattered fields that a member is asked for. */
export function memberText(
  operation: Operation,
  asked: readonly Scattered[],
  inParts: boolean,
): MemberText {
  const byKey = new Map(
    asked.map((each) => [each.key, inParts ? each : { ...each, firstVariable: undefined }]),
  );
  const ours = asked.flatMap((each) => [
    definitionOf(each.afterVariable, 'Position'),
    definitionOf(each.firstVariable, 'Int'),
  ]);
  const rewritten = pruned({
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...ours],
    selectionSet: chosen(operation.selectionSet, 'Query', byKey),
  });
  return { query: print(rewritten), variables: variableNames(rewritten) };
}

/** A field as it is asked for; how many rows is a variable where that is ours to say. */
type AskedField = Pick<Scattered, 'afterVariable' | 'returns' | 'rule'> & {
  readonly firstVariable: string | undefined;
};
type Asked = ReadonlyMap<string, AskedField>;

const chosen = (set: SelectionSetNode, type: string, asked: Asked): SelectionSetNode => ({
  ...set,
  selections: set.selections.flatMap((node) =>
    node.kind === Kind.FIELD ? chosenField(node, type, asked) : chosenFragment(node, type, asked),
  ),
});

function chosenField(node: FieldNode, type: string, asked: Asked): readonly SelectionNode[] {
  if (node.name.value === '_entities' && node.selectionSet)
    return [{ ...node, selectionSet: chosen(node.selectionSet, '_Entity', asked) }];
  const field = asked.get(keyOf(type, node));
  return field ? [REWRITES[field.rule.by](node, field)] : [];
}

function chosenFragment(node: SelectionNode, type: string, asked: Asked): readonly SelectionNode[] {
  if (node.kind !== Kind.INLINE_FRAGMENT) return [];
  const selectionSet = chosen(node.selectionSet, node.typeCondition?.name.value ?? type, asked);
  return selectionSet.selections.length > 0 ? [{ ...node, selectionSet }] : [];
}

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
const variable = (name: string) => ({ kind: Kind.VARIABLE, name: named(name) }) as const;
const definitionOf = (name: string, type: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variable(name),
  type: { kind: Kind.NAMED_TYPE, name: named(type) },
});
const argumentOf = (name: string, given: string): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: named(name),
  value: variable(given),
});

const HEADS = selections(
  'zlg_edges: edges { cursor node { id } } zlg_page: pageInfo { hasNextPage }',
);
const TOTAL = selections('zlg_total: total { count precision }');
const CODES = selections('zlg_list: list { code asOf }');
/** Of a merged type these are the gateway's own; the rest a member answers. */
const OURS: ReadonlySet<string> = new Set(['pageInfo', 'total', 'coverage']);

const REWRITES: Readonly<
  Record<MergeRule['by'], (node: FieldNode, field: AskedField) => FieldNode>
> = {
  ORDER: (node, field) => ({
    ...withSelections(node, [...HEADS, ...(selectsTotal(node) ? TOTAL : []), ...membersPart(node)]),
    arguments: pageArguments(node.arguments ?? [], field),
  }),
  PARTS: (node, { returns }) =>
    withSelections(node, selections(`rows { ${allOf(returns, 'rows')} }`)),
  LIST: (node) => withSelections(node, [...CODES, ...membersPart(node)]),
};

/** The cursor leaves the gateway as the plain position: a member knows no type Cursor. */
function pageArguments(
  given: readonly ArgumentNode[],
  { afterVariable, firstVariable }: AskedField,
): readonly ArgumentNode[] {
  const after = argumentOf('after', afterVariable);
  if (firstVariable === undefined)
    return given.map((each) => (each.name.value === 'after' ? after : each));
  const others = given.filter(({ name }) => name.value !== 'after' && name.value !== 'first');
  return [...others, argumentOf('first', firstVariable), after];
}

const withSelections = (node: FieldNode, chosen: readonly SelectionNode[]): FieldNode => ({
  ...node,
  selectionSet: { kind: Kind.SELECTION_SET, selections: chosen },
});

function membersPart(node: FieldNode): readonly SelectionNode[] {
  const kept = (each: SelectionNode): readonly SelectionNode[] => {
    if (each.kind === Kind.FIELD) return OURS.has(each.name.value) ? [] : [withIds(each)];
    if (each.kind !== Kind.INLINE_FRAGMENT) return [];
    const inner = each.selectionSet.selections.flatMap(kept);
    const selectionSet = { ...each.selectionSet, selections: inner };
    return inner.length > 0 ? [{ ...each, selectionSet }] : [];
  };
  return (node.selectionSet?.selections ?? []).flatMap(kept);
}

const ID = selections('zlg_id: id');

/** The id of each row beside what the client sees of it, so that the rows shown are known to be those of the heads. */
function withIds<Node extends SelectionNode>(node: Node): Node {
  if (node.kind === Kind.FRAGMENT_SPREAD || !node.selectionSet) return node;
  if (node.kind === Kind.FIELD && !ABOVE_ROWS.has(node.name.value)) return node;
  const below = node.selectionSet.selections.map(withIds);
  const isRow = node.kind === Kind.FIELD && node.name.value === 'node';
  const chosen = isRow ? [...ID, ...node.selectionSet.selections] : below;
  return { ...node, selectionSet: { ...node.selectionSet, selections: chosen } };
}
const ABOVE_ROWS: ReadonlySet<string> = new Set(['edges', 'node']);

const selectsTotal = (node: FieldNode): boolean => {
  const holds = (each: SelectionNode): boolean =>
    each.kind === Kind.FIELD
      ? each.name.value === 'total'
      : each.kind === Kind.INLINE_FRAGMENT && each.selectionSet.selections.some(holds);
  return (node.selectionSet?.selections ?? []).some(holds);
};

/** Every field of the rows, for the gateway adds them and must know their whole key. */
function allOf(type: GraphQLObjectType, fieldName: string): string {
  const inner = typeOfField(type, fieldName);
  if (!inner) return '';
  return Object.values(inner.getFields())
    .map((each) =>
      isLeafType(getNamedType(each.type))
        ? each.name
        : `${each.name} { ${allOf(inner, each.name)} }`,
    )
    .join(' ');
}
