import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { onlyOperation } from './only-operation.ts';

/** A document in two: what members are asked, and what the schema alone answers. A part that selects nothing is not there. */
export type IntrospectionSplit = {
  readonly asked?: DocumentNode;
  readonly introspection?: DocumentNode;
};

/** Takes `__schema` and `__type` out of the root of a document's one operation, through its fragments too. */
export function splitIntrospection(document: DocumentNode): IntrospectionSplit {
  if (!asksIntrospection(document)) return { asked: document };
  const asked = keeping(document, (field) => !isIntrospection(field));
  const introspection = keeping(document, isIntrospection);
  return { ...(asked && { asked }), ...(introspection && { introspection }) };
}

const isIntrospection = ({ name }: FieldNode): boolean =>
  name.value === '__schema' || name.value === '__type';

function asksIntrospection(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field: (node) => {
      asks ||= isIntrospection(node);
    },
  });
  return asks;
}

type Keep = (field: FieldNode) => boolean;

/** The document with those root fields alone that are to be kept, and the fragments and variables that they use. */
function keeping(document: DocumentNode, keep: Keep): DocumentNode | undefined {
  const fragments = new Map(document.definitions.filter(isFragment).map(byName));
  const atRoot = openPruning(fragments, keep);
  const definitions = document.definitions.flatMap((each): readonly DefinitionNode[] => {
    const selectionSet = isOperation(each) ? atRoot.pruned(each.selectionSet) : undefined;
    return isOperation(each) && selectionSet ? [{ ...each, selectionSet }] : [];
  });
  if (definitions.length === 0) return undefined;
  const kept = [...fragments.keys()].flatMap((name) => atRoot.fragment(name) ?? []);
  return onlyOperation({ kind: Kind.DOCUMENT, definitions: [...definitions, ...kept] });
}

const isFragment = (node: DefinitionNode): node is FragmentDefinitionNode =>
  node.kind === Kind.FRAGMENT_DEFINITION;
const isOperation = (node: DefinitionNode): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION;
const byName = (node: FragmentDefinitionNode) => [node.name.value, node] as const;

type Pruning = {
  readonly pruned: (selections: SelectionSetNode) => SelectionSetNode | undefined;
  /** A fragment as it is to be: pruned where it stands at the root, whole where it does not, none where nothing of it is left. */
  readonly fragment: (name: string) => FragmentDefinitionNode | undefined;
};

/** Each fragment at the root is pruned once, however often it is spread. */
function openPruning(fragments: ReadonlyMap<string, FragmentDefinitionNode>, keep: Keep): Pruning {
  const atRoot = new Map<string, FragmentDefinitionNode | undefined>();
  const prunedFragment = (name: string) => {
    const fragment = fragments.get(name);
    if (!atRoot.has(name)) atRoot.set(name, fragment && withPruned(fragment));
    return atRoot.get(name);
  };
  const isLeft = (selection: SelectionNode): SelectionNode | undefined => {
    switch (selection.kind) {
      case Kind.FIELD:
        return keep(selection) ? selection : undefined;
      case Kind.FRAGMENT_SPREAD:
        return prunedFragment(selection.name.value) && selection;
      case Kind.INLINE_FRAGMENT:
        return withPruned(selection);
    }
  };
  const pruned = (set: SelectionSetNode): SelectionSetNode | undefined => {
    const selections = set.selections.flatMap((each) => isLeft(each) ?? []);
    return selections.length > 0 ? { ...set, selections } : undefined;
  };
  const withPruned = <Node extends { readonly selectionSet: SelectionSetNode }>(node: Node) => {
    const selectionSet = pruned(node.selectionSet);
    return selectionSet && { ...node, selectionSet };
  };
  const fragment = (name: string) => (atRoot.has(name) ? atRoot.get(name) : fragments.get(name));
  return { pruned, fragment };
}
