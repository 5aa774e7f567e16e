import {
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import type { Json, JsonObject } from './json.ts';

/** One operation without named fragments, as the planner's text gives it. */
export type Operation = OperationDefinitionNode;

export function parseOperation(text: string): Operation {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('Expected an operation, got none.');
  return operationOf(document, operation);
}

/** An operation of a document with its fragments written out where they are spread. */
export const operationOf = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Operation => ({
  ...operation,
  selectionSet: inlined(operation.selectionSet, fragmentsOf(document)),
});

/** The fragments of a document by name, and those that are written out already: each once, however often it is spread. */
type Fragments = {
  readonly named: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly written: Map<string, SelectionSetNode>;
};

const fragmentsOf = ({ definitions }: DocumentNode): Fragments => {
  const named = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) named.set(each.name.value, each);
  return { named, written: new Map() };
};

function inlined(set: SelectionSetNode, fragments: Fragments): SelectionSetNode {
  return { ...set, selections: set.selections.map((each) => inlinedSelection(each, fragments)) };
}

function inlinedSelection(node: SelectionNode, fragments: Fragments): SelectionNode {
  if (node.kind !== Kind.FRAGMENT_SPREAD)
    return node.selectionSet
      ? { ...node, selectionSet: inlined(node.selectionSet, fragments) }
      : node;
  const { name, directives = [] } = node;
  const fragment = fragments.named.get(name.value);
  if (!fragment) throw new Error(`Expected the fragment ${name.value}, got none.`);
  const known = fragments.written.get(name.value);
  const selectionSet = known ?? inlined(fragment.selectionSet, fragments);
  fragments.written.set(name.value, selectionSet);
  const { typeCondition } = fragment;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
}

export const responseNameOf = (node: FieldNode): string => (node.alias ?? node.name).value;

/** The fields of one object by response name, each with every node that selects it, after @skip and @include. */
export type Selected = ReadonlyMap<string, readonly FieldNode[]>;

export function selected(sets: readonly SelectionSetNode[], variables: JsonObject): Selected {
  const found = new Map<string, FieldNode[]>();
  const walked = new Set<SelectionSetNode>();
  for (const node of sets.flatMap((set) => fieldsIn(set, variables, walked))) {
    const name = responseNameOf(node);
    const nodes = found.get(name);
    if (nodes) nodes.push(node);
    else found.set(name, [node]);
  }
  return found;
}

/**
 * Type conditions always hold: the contract has neither interfaces nor unions, and `_entities` is cut by type beforehand. A set that a
 * fragment brings again adds nothing and is walked once.
 */
function fieldsIn(
  set: SelectionSetNode,
  variables: JsonObject,
  walked: Set<SelectionSetNode>,
): readonly FieldNode[] {
  if (walked.has(set)) return [];
  walked.add(set);
  return set.selections.flatMap((node) => {
    if (!isIncluded(node.directives, variables)) return [];
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsIn(node.selectionSet, variables, walked) : [];
  });
}

/** What `_entities` is asked for on one type: its fragments whole, for they may be skipped. */
export const entitySets = (operation: Operation, type: string): readonly SelectionSetNode[] =>
  operation.selectionSet.selections.flatMap((root) => {
    if (root.kind !== Kind.FIELD || root.name.value !== '_entities') return [];
    return (root.selectionSet?.selections ?? []).flatMap((each) =>
      each.kind === Kind.INLINE_FRAGMENT && each.typeCondition?.name.value === type
        ? [{ kind: Kind.SELECTION_SET, selections: [each] }]
        : [],
    );
  });

export const subSets = (nodes: readonly FieldNode[]): readonly SelectionSetNode[] =>
  nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));

function isIncluded(
  directives: readonly (DirectiveNode | ConstDirectiveNode)[] | undefined,
  variables: JsonObject,
): boolean {
  return (directives ?? []).every((each) => {
    const given = each.arguments?.find((one) => one.name.value === 'if');
    if (!given) return true;
    if (each.name.value === 'skip') return !isTrue(given.value, variables);
    return each.name.value !== 'include' || isTrue(given.value, variables);
  });
}

const isTrue = (value: ValueNode, variables: JsonObject): boolean =>
  value.kind === Kind.VARIABLE
    ? given(variables, value.name.value) === true
    : value.kind === Kind.BOOLEAN && value.value;

/** The operation without its name and without the variables that nothing uses any more. */
export function pruned(operation: Operation): Operation {
  const used = new Set<string>();
  visit(operation.selectionSet, { Variable: (node) => void used.add(node.name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter((each) =>
    used.has(each.variable.name.value),
  );
  const { name: _, ...nameless } = operation;
  return { ...nameless, variableDefinitions };
}

export const variableNames = (operation: Operation): readonly string[] =>
  (operation.variableDefinitions ?? []).map((each) => each.variable.name.value);

/** A variable may be called `toString`, which every object has. */
const given = (variables: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;

/** Those of the variables that the operation defines. */
export const variablesOf = (names: readonly string[], variables: JsonObject): JsonObject =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = given(variables, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The variables as a request gives them, with the defaults of those that it leaves out. */
export function withDefaults(operation: Operation, variables: JsonObject): JsonObject {
  const absent = (operation.variableDefinitions ?? []).filter(
    (each) => each.defaultValue && given(variables, each.variable.name.value) === undefined,
  );
  if (absent.length === 0) return variables;
  const defaults = absent.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return { ...variables, ...Object.fromEntries(defaults) };
}

/** Selections written as text. */
export function selections(text: string): readonly SelectionNode[] {
  return parseOperation(`{ ${text} }`).selectionSet.selections;
}
