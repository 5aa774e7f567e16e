import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { InterfaceObjects } from './interface-objects.ts';
import { onlyOperation } from './only-operation.ts';

/**
 * The same operation in a form that the planner answers rightly: without named fragments and without those that no object can meet, at which it
 * gives up; without fragments on unions and on other interfaces, which it cannot follow from an interface object; without what is never selected,
 * for which it would ask; and with a field in each selection that no condition takes out, for it asks nothing where nothing may be left, and then nobody knows whether an object is there.
 */
export function plannable(schemas: Schemas, document: DocumentNode): DocumentNode {
  const fragments = new Map(document.definitions.filter(isFragment).map(byName));
  const definitions = document.definitions.filter(isOperation).map((operation) => {
    const type = schemas.schema.getRootType(operation.operation);
    if (!type) throw new Error(`Expected a schema with a root for ${operation.operation}.`);
    const within = { type, possible: [type.name] };
    const selections = selectionsIn(operation.selectionSet, within, { ...schemas, fragments });
    return { ...operation, selectionSet: setOf(selections.length > 0 ? selections : [TYPENAME]) };
  });
  return onlyOperation({ kind: Kind.DOCUMENT, definitions });
}

const isFragment = (node: DocumentNode['definitions'][number]): node is FragmentDefinitionNode =>
  node.kind === Kind.FRAGMENT_DEFINITION;
const isOperation = (node: DocumentNode['definitions'][number]): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION;
const byName = (node: FragmentDefinitionNode) => [node.name.value, node] as const;
const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

type Schemas = {
  readonly schema: GraphQLSchema;
  readonly interfaceObjects: InterfaceObjects;
};
type Reading = Schemas & {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
};
/** Where a selection stands: the type of its place, and the objects that may be met there. */
type Within = { readonly type: GraphQLCompositeType; readonly possible: readonly string[] };

const selectionsIn = (
  set: SelectionSetNode,
  within: Within,
  reading: Reading,
): readonly SelectionNode[] =>
  set.selections.flatMap((node): readonly SelectionNode[] => {
    if (isNever(node)) return [];
    if (node.kind === Kind.FIELD) return [fieldIn(node, within, reading)];
    const fragment =
      node.kind === Kind.INLINE_FRAGMENT ? node : reading.fragments.get(node.name.value);
    return fragment ? fragmentIn(fragment, node.directives, { within, reading }) : [];
  });

function fieldIn(node: FieldNode, { type }: Within, reading: Reading): FieldNode {
  const field = isUnionType(type) ? undefined : type.getFields()[node.name.value];
  const below = getNamedType(field?.type);
  if (!node.selectionSet || !isCompositeType(below)) return node;
  const within = { type: below, possible: possibleIn(reading.schema, below) };
  const selections = selectionsIn(node.selectionSet, within, reading);
  const isSure = selections.some(
    (each) => each.kind === Kind.FIELD && !isConditional(each.directives),
  );
  return { ...node, selectionSet: setOf(isSure ? selections : [...selections, TYPENAME]) };
}

const TYPENAME: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
};

/** Taken out by a condition that is no variable. */
const isNever = ({ directives = [] }: SelectionNode): boolean =>
  directives.some(({ name, arguments: given = [] }) => {
    const [condition] = given;
    const isLiteral = condition?.value.kind === Kind.BOOLEAN && isConditionName(name.value);
    return isLiteral && condition.value.value === (name.value === 'skip');
  });

const isConditionName = (name: string): boolean => name === 'skip' || name === 'include';

const isConditional = (directives: readonly DirectiveNode[] = []): boolean =>
  directives.some(({ name }) => isConditionName(name.value));

type Fragment = InlineFragmentNode | FragmentDefinitionNode;
type Around = { readonly within: Within; readonly reading: Reading };

function fragmentIn(
  { typeCondition, selectionSet }: Fragment,
  directives: readonly DirectiveNode[] = [],
  { within, reading }: Around,
): readonly SelectionNode[] {
  const on = typeCondition ? reading.schema.getType(typeCondition.name.value) : within.type;
  const met = possibleIn(reading.schema, on);
  const possible = within.possible.filter((each) => met.includes(each));
  const inside = (narrower: Within) => selectionsIn(selectionSet, narrower, reading);
  if (possible.length === 0 || !isCompositeType(on)) return [];
  if (isObjectType(within.type) || on === within.type || isWhole(on, possible, within))
    return wrapped(inside({ ...within, possible }), { directives });
  if (!isUnionType(on) && !isBeside(on, within, reading))
    return wrapped(inside({ type: on, possible }), { directives, on });
  return possible.flatMap((name) => {
    const type = reading.schema.getType(name);
    return isObjectType(type)
      ? wrapped(inside({ type, possible: [name] }), { directives, on: type })
      : [];
  });
}

/**
 * A union selects no fields, so what is around it may take its place where all that may be met is of it; and an interface has all fields of
 * those that it implements.
 */
const isWhole = (on: GraphQLCompositeType, possible: readonly string[], within: Within) =>
  isUnionType(on)
    ? possible.length === within.possible.length
    : isInterfaceType(within.type) && within.type.getInterfaces().some((each) => each === on);

/** The planner does not follow an interface object to another interface, but to each of its objects. */
const isBeside = (on: GraphQLCompositeType, { type }: Within, { interfaceObjects }: Reading) =>
  isInterfaceType(on) && interfaceObjects.has(type.name);

type Wrapping = { readonly directives: readonly DirectiveNode[]; readonly on?: GraphQLNamedType };

/** The selections in a fragment, where it says more than what is around it. */
function wrapped(selections: readonly SelectionNode[], { directives, on }: Wrapping) {
  if (selections.length === 0 || (!on && directives.length === 0)) return selections;
  const typeCondition = on && {
    typeCondition: {
      kind: Kind.NAMED_TYPE,
      name: { kind: Kind.NAME, value: on.name },
    } as const,
  };
  return [
    { kind: Kind.INLINE_FRAGMENT, directives, ...typeCondition, selectionSet: setOf(selections) },
  ] as const;
}

function possibleIn(schema: GraphQLSchema, type: GraphQLNamedType | undefined): readonly string[] {
  if (isAbstractType(type)) return schema.getPossibleTypes(type).map(({ name }) => name);
  return type ? [type.name] : [];
}
