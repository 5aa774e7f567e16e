import type { GraphQLInterfaceType, SelectionNode, SelectionSetNode } from 'graphql';
import { applies, type Reading } from './collect-fields.ts';
import { isSelected } from './conditions.ts';

/** Whether all objects of an interface have the same fields here, and none its type's name, so that nobody need know which one it is. */
export function areAlikeInAll(
  type: GraphQLInterfaceType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): boolean {
  const isAlike = (node: SelectionNode): boolean => {
    if (!isSelected(node, reading.conditions)) return true;
    if (node.kind === 'Field') return node.name.value !== '__typename';
    const inner = node.kind === 'InlineFragment' ? node : reading.fragments.get(node.name.value);
    const isOfAll = applies(inner?.typeCondition?.name.value, type, reading.schema);
    return isOfAll && (inner?.selectionSet.selections ?? []).every(isAlike);
  };
  return sets.every((set) => set.selections.every(isAlike));
}
