import {
  type FieldNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import { baseName, type Contract, fieldOf, type Newer } from '../../schema/index.ts';
import { type Operation, pruned, selections, variableNames, variablesOf } from './document.ts';
import type { Json, JsonObject } from './json.ts';
import { argumentOf, inputFields, isNewer, withoutNewerFields } from './newer.ts';
import { typeOfField } from './project.ts';

/** What a question is read with: the types it speaks of, what the member lacks of them, and the variables of this request. */
export type Pruning = {
  readonly contract: Contract;
  readonly schema: GraphQLSchema;
  readonly newer: Newer;
  readonly variables: JsonObject;
};

/** The question that is left for a member of an older version: the same, another, or none. */
export type Left =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly query: string; readonly variables: readonly string[] }
  | { readonly kind: 'nothing' };

/** A question without what came after the member's version. */
export function leftOf(operation: Operation, pruning: Pruning): Left {
  const selectionSet = prunedSet(operation.selectionSet, 'Query', pruning);
  if (selectionSet.selections.length === 0) return { kind: 'nothing' };
  const left = pruned({ ...operation, selectionSet });
  const query = print(left);
  if (query === print(pruned(operation))) return { kind: 'whole' };
  return { kind: 'part', query, variables: variableNames(left) };
}

/** Whether a field of a question is not asked of the member, itself or for what it is asked with. */
export function isLost(node: FieldNode, on: string, pruning: Pruning): boolean {
  const { contract, newer, variables } = pruning;
  const args = (node.arguments ?? []).map((each): readonly [string, Json] => [
    each.name.value,
    (valueFromASTUntyped(each.value, variables) ?? null) as Json,
  ]);
  return isNewer(contract, newer, { on, name: node.name.value, args: Object.fromEntries(args) });
}

/** The type of the object that a field of a type leads to; empty for `_entities`, whose fragments say it, and for scalars. */
export function typeBelow(node: FieldNode, on: string, { schema }: Pruning): string {
  const type = schema.getType(on);
  return (isObjectType(type) && typeOfField(type, node.name.value)?.name) || '';
}

/** Stands for an object of which nothing else is asked: it is there, or it is not. */
const THERE = selections('zlg_there: __typename');

const prunedSet = (set: SelectionSetNode, on: string, pruning: Pruning): SelectionSetNode => ({
  ...set,
  selections: set.selections.flatMap((node) => prunedNode(node, on, pruning)),
});

function prunedNode(node: SelectionNode, on: string, pruning: Pruning): readonly SelectionNode[] {
  if (node.kind === Kind.FIELD) return prunedField(node, on, pruning);
  if (node.kind !== Kind.INLINE_FRAGMENT) return [];
  const type = node.typeCondition?.name.value ?? on;
  if (pruning.newer.has(type)) return [];
  const selectionSet = prunedSet(node.selectionSet, type, pruning);
  return selectionSet.selections.length > 0 ? [{ ...node, selectionSet }] : [];
}

function prunedField(node: FieldNode, on: string, pruning: Pruning): readonly SelectionNode[] {
  if (isLost(node, on, pruning)) return [];
  const asked = withoutNewerArguments(node, on, pruning);
  if (!node.selectionSet) return [asked];
  const inner = prunedSet(node.selectionSet, typeBelow(node, on, pruning), pruning);
  const below = inner.selections.length > 0 ? inner.selections : THERE;
  return [{ ...asked, selectionSet: { ...inner, selections: below } }];
}

/** What is left of the arguments: those that the member does not know are null. */
function withoutNewerArguments(node: FieldNode, on: string, pruning: Pruning): FieldNode {
  if (!node.arguments || node.arguments.length === 0) return node;
  const field = `${on}.${node.name.value}`;
  const known = fieldOf(pruning.contract.types.get(on), node.name.value)?.arguments ?? [];
  const given = node.arguments.flatMap((each) => {
    if (pruning.newer.has(argumentOf(field, each.name.value))) return [];
    const definition = known.find((one) => one.name.value === each.name.value);
    const type = definition ? baseName(definition.type) : '';
    return [{ ...each, value: withoutNewerParts(each.value, type, pruning) }];
  });
  return { ...node, arguments: given };
}

function withoutNewerParts(value: ValueNode, type: string, pruning: Pruning): ValueNode {
  if (value.kind === Kind.LIST)
    return {
      ...value,
      values: value.values.map((each) => withoutNewerParts(each, type, pruning)),
    };
  if (value.kind !== Kind.OBJECT) return value;
  const types = new Map(inputFields(pruning.contract, type).map((each) => [each.name, each.type]));
  const kept = value.fields.filter((each) => !pruning.newer.has(`${type}.${each.name.value}`));
  const fields = kept.map((each) => ({
    ...each,
    value: withoutNewerParts(each.value, types.get(each.name.value) ?? '', pruning),
  }));
  return { ...value, fields };
}

/** The variables of a question as the member can read them. */
export function variablesLeft(
  operation: Operation,
  names: readonly string[],
  { contract, newer, variables }: Pruning,
): JsonObject {
  const types = new Map(
    (operation.variableDefinitions ?? []).map((each) => [each.variable.name.value, each.type]),
  );
  const typeOf = (type: TypeNode | undefined) => (type ? baseName(type) : '');
  return Object.fromEntries(
    Object.entries(variablesOf(names, variables)).map(([name, value]) => [
      name,
      withoutNewerFields(contract, newer, typeOf(types.get(name)), value),
    ]),
  );
}
