import type { FetchNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { GivenFields } from '../shape/index.ts';
import { type PlacedFetch, placedFetchesIn } from './fetches-in.ts';

/**
 * The fetches whose fields are left alone: there is nothing inside them to add to, no other fetch gives them, and none requires them. Whatever a
 * fetch of the plan touches is known by its path, which is that of the names of an answer; so an object and another in the same place are one.
 */
export function leftAloneIn(plan: QueryPlan): ReadonlyMap<FetchNode, GivenFields> {
  const placed = placedFetchesIn(plan);
  if (placed.some(({ fetch }) => fetch.contextRewrites?.length)) return new Map(); // it may look anywhere
  const touches = new Map<string, number>();
  for (const path of placed.flatMap(touchedBy)) touches.set(path, (touches.get(path) ?? 0) + 1);
  const isAlone = (path: string): boolean => touches.get(path) === 1;
  return new Map(
    placed.flatMap(({ fetch, path }) => {
      const given = leavesOf(fetch);
      const paths = given?.names.map((name) => joined(path, name)) ?? [];
      return given && paths.every(isAlone) ? [[fetch, given]] : [];
    }),
  );
}

/** Paths of all that it gives, and of all that it requires. */
function touchedBy({ fetch, path }: PlacedFetch): readonly string[] {
  const { requires, operation } = fetch;
  const asked = selectionOf(operation, requires !== undefined);
  return [...namesIn(asked), ...(requires ?? []).flatMap(namesRequired)].map((each) =>
    joined(path, each),
  );
}

/** Items of a list are at the place of the list. */
const joined = (path: readonly string[], name: string): string =>
  [...path.filter((step) => step !== '@'), name].join('.');

type Asked = {
  readonly set: SelectionSetNode | undefined;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};

/** What is asked of the root, or of entities. */
function selectionOf(operation: string, isOfEntities: boolean): Asked {
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const root = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)?.selectionSet;
  const [entities] = root?.selections ?? [];
  const below = entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
  return { set: isOfEntities ? below : root, fragments };
}

const responseName = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

function namesIn({ set, fragments }: Asked): readonly string[] {
  return (set?.selections ?? []).flatMap((each) => {
    if (each.kind !== Kind.FIELD) return namesIn({ set: setOf(each, fragments), fragments });
    const name = responseName(each);
    const below = namesIn({ set: each.selectionSet, fragments });
    return [name, ...below.map((inner) => `${name}.${inner}`)];
  });
}

const setOf = (each: Exclude<SelectionNode, FieldNode>, fragments: Asked['fragments']) =>
  each.kind === Kind.INLINE_FRAGMENT
    ? each.selectionSet
    : fragments.get(each.name.value)?.selectionSet;

function namesRequired(node: QueryPlanSelectionNode): readonly string[] {
  const below = (node.selections ?? []).flatMap(namesRequired);
  if (node.kind === 'InlineFragment') return below;
  const name = node.alias ?? node.name;
  return [name, ...below.map((inner) => `${name}.${inner}`)];
}

/** What it gives, where that is leaves of one type under no condition, each once. */
function leavesOf({
  operation,
  requires,
  outputRewrites = [],
}: FetchNode): GivenFields | undefined {
  if (!requires || outputRewrites.length > 0) return undefined;
  const [only, ...others] = selectionOf(operation, true).set?.selections ?? [];
  if (others.length > 0 || only?.kind !== Kind.INLINE_FRAGMENT || isConditional(only))
    return undefined;
  const { typeCondition, selectionSet } = only;
  const fields = selectionSet.selections.flatMap((each) => (isPlainLeaf(each) ? [each] : []));
  const isAll = fields.length === selectionSet.selections.length;
  return typeCondition && isAll
    ? { typename: typeCondition.name.value, names: fields.map(responseName) }
    : undefined;
}

const isConditional = ({ directives = [] }: SelectionNode): boolean => directives.length > 0;

const isPlainLeaf = (node: SelectionNode): node is FieldNode =>
  node.kind === Kind.FIELD && !node.selectionSet && !isConditional(node);
