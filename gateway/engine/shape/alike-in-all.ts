import type { FieldNode, GraphQLField, GraphQLInterfaceType, SelectionSetNode } from 'graphql';
import { type CollectedFields, collectFields, type Reading } from './collect-fields.ts';

/**
 * The fields that all objects of an interface have here, where these are the same and of the same types, and none its type's name: nobody need
 * know then which one it is. Undefined where they differ.
 */
export function alikeInAll(
  type: GraphQLInterfaceType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): CollectedFields | undefined {
  const objects = reading.schema.getPossibleTypes(type);
  const [first, ...others] = objects.map((each) => collectFields(each, sets, reading));
  const isOfOneType = ({ name }: FieldNode): boolean => {
    const field = type.getFields()[name.value];
    return objects.every((each) => isSameType(each.getFields()[name.value], field));
  };
  if (!first || ![...first.values()].flat().every(isOfOneType)) return undefined;
  return others.every((each) => isLike(first, each)) ? first : undefined;
}

/** Where one object may not have a null and another may, what a null takes along is not known either. */
const isSameType = (one: AnyField | undefined, other: AnyField | undefined): boolean =>
  one !== undefined && String(one.type) === String(other?.type);

type AnyField = GraphQLField<unknown, unknown>;

function isLike(one: CollectedFields, other: CollectedFields): boolean {
  if ([...one.keys()].join() !== [...other.keys()].join()) return false;
  return [...one].every(([name, nodes]) => isLikeAt(nodes, other.get(name) ?? []));
}

/** A leaf is the same however often it is selected; of an object each place may select more. */
const isLikeAt = (one: readonly FieldNode[], other: readonly FieldNode[]): boolean =>
  one.every((each) => !each.selectionSet) ||
  (one.length === other.length && one.every((each, place) => each === other[place]));
