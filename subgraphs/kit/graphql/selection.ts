import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Whether the field that is being resolved is asked for one of these fields, whatever its alias. */
export const selects = (info: GraphQLResolveInfo, ...names: readonly string[]): boolean =>
  info.fieldNodes.some((node) =>
    fieldsIn(node.selectionSet, info).some((field) => names.includes(field.name.value)),
  );

function fieldsIn(
  set: SelectionSetNode | undefined,
  info: GraphQLResolveInfo,
): readonly FieldNode[] {
  const chosen = (set?.selections ?? []).filter((each) => isIncluded(each, info));
  return chosen.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    if (each.kind === Kind.INLINE_FRAGMENT) return fieldsIn(each.selectionSet, info);
    return fieldsIn(info.fragments[each.name.value]?.selectionSet, info);
  });
}

function isIncluded(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.if !== false;
}
