import type { FieldNode, GraphQLInterfaceType, SelectionSetNode } from 'graphql';
import { type CollectedFields, collectFields, type Reading } from './collect-fields.ts';

/**
 * The fields that all objects of an interface have here, where these are the same, and none its type's name: nobody need know then which one it
 * is. Undefined where they differ.
 */
export function alikeInAll(
  type: GraphQLInterfaceType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): CollectedFields | undefined {
  const objects = reading.schema.getPossibleTypes(type);
  const [first, ...others] = objects.map((each) => collectFields(each, sets, reading));
  if (!first || ![...first.values()].flat().every((each) => isOf(type, each))) return undefined;
  return others.every((each) => isLike(first, each)) ? first : undefined;
}

const isOf = (type: GraphQLInterfaceType, { name }: FieldNode): boolean =>
  Object.hasOwn(type.getFields(), name.value);

function isLike(one: CollectedFields, other: CollectedFields): boolean {
  if ([...one.keys()].join() !== [...other.keys()].join()) return false;
  return [...one].every(([name, nodes]) => isLikeAt(nodes, other.get(name) ?? []));
}

/** A leaf is the same however often it is selected; of an object each place may select more. */
const isLikeAt = (one: readonly FieldNode[], other: readonly FieldNode[]): boolean =>
  one.every((each) => !each.selectionSet) ||
  (one.length === other.length && one.every((each, place) => each === other[place]));
