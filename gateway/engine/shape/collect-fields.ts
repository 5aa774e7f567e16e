import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Conditions, isSelected } from './conditions.ts';

/** What a selection is read with. */
export type Reading = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
};

/** By response name, from all places where each is selected. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/** The fields that an object of this type has in the answer, by response name, in the order of the specification (6.3.2). */
export function collectFields(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): CollectedFields {
  const fields = new Map<string, readonly FieldNode[]>();
  const seen = new Set<string>();
  const collect = (node: SelectionNode): void => {
    if (!isSelected(node, reading.conditions)) return;
    if (node.kind === 'Field') add(fields, node);
    else for (const each of innerSelections(node, { type, seen, reading })) collect(each);
  };
  for (const set of sets) for (const each of set.selections) collect(each);
  return fields;
}

function add(fields: Map<string, readonly FieldNode[]>, node: FieldNode): void {
  const name = node.alias?.value ?? node.name.value;
  fields.set(name, [...(fields.get(name) ?? []), node]);
}

type Inside = {
  readonly type: GraphQLObjectType;
  readonly seen: Set<string>;
  readonly reading: Reading;
};

function innerSelections(
  node: Exclude<SelectionNode, FieldNode>,
  { type, seen, reading }: Inside,
): readonly SelectionNode[] {
  const inner = node.kind === 'InlineFragment' ? node : spread(node.name.value, seen, reading);
  const isMeant = inner && applies(inner.typeCondition?.name.value, type, reading.schema);
  return isMeant ? inner.selectionSet.selections : [];
}

/** A named fragment counts once in one object. */
function spread(name: string, seen: Set<string>, { fragments }: Reading) {
  if (seen.has(name)) return undefined;
  seen.add(name);
  return fragments.get(name);
}

function applies(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema) {
  if (condition === undefined || condition === type.name) return true;
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && schema.isSubType(abstract, type);
}
