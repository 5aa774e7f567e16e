import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;
/** The fields of a selection, those of fragments too, without what is skipped. */
export type ChosenFields = (set: SelectionSetNode) => readonly FieldNode[];

/** To be asked of documents within their limits alone: fragments are expanded. The contract has no abstract types, so each fragment fits. */
export function chosenFields(document: DocumentNode, variables: Values): ChosenFields {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const choose: ChosenFields = ({ selections }) =>
    selections.flatMap((node) => {
      if (isSkipped(node, variables)) return [];
      if (node.kind === Kind.FIELD) return [node];
      if (node.kind === Kind.INLINE_FRAGMENT) return choose(node.selectionSet);
      const fragment = fragments.get(node.name.value);
      return fragment ? choose(fragment.selectionSet) : [];
    });
  return choose;
}

function isSkipped(node: SelectionNode, variables: Values): boolean {
  if (!node.directives?.length) return false;
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false
  );
}
