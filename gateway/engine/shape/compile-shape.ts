import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { alikeInAll } from './alike-in-all.ts';
import { type CollectedFields, collectFields, type Reading } from './collect-fields.ts';
import { leafShape } from './leaf.ts';
import { ownText } from './own.ts';
import type { FieldShape, Known, ObjectShape, Shape } from './shape.ts';

/** What the compiler of shapes is given: the client's schema and the operation as it was planned. */
export type ShapeParts = Reading & {
  /** The client's name for a response name of the planned operation. */
  readonly clientName: (responseName: string) => string;
  /** Texts of root fields that the gateway answers itself, by the client's names. */
  readonly own: ReadonlyMap<string, string>;
};

/** The shape of the whole answer. */
export function compileShape(
  root: GraphQLObjectType,
  set: SelectionSetNode,
  parts: ShapeParts,
): ObjectShape {
  return objectShape(root, [set], false, parts);
}

function objectShape(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  nonNull: boolean,
  parts: ShapeParts,
): ObjectShape {
  const known = new Map<string | undefined, readonly FieldShape[] | null>();
  const make = (typename: string | undefined) => {
    const object = possibleType(type, typename, parts);
    if (object) return fieldShapes(object, collectFields(object, sets, parts), parts);
    return alikeShapes(type, typename, { sets, parts });
  };
  const fieldsOf = (typename: string | undefined) => {
    const before = known.get(typename);
    if (before !== undefined) return before;
    const made = make(typename);
    if (made || known.size < NAMES_KEPT) known.set(typename, made);
    return made;
  };
  return { kind: 'object', type, isAbstract: isAbstractType(type), sets, nonNull, fieldsOf };
}

/** A subgraph may say any name; so many that are no type of the schema are remembered. */
const NAMES_KEPT = 1_000;

function possibleType(
  type: GraphQLCompositeType,
  typename: string | undefined,
  { schema }: ShapeParts,
): GraphQLObjectType | undefined {
  if (typename === undefined) return undefined;
  if (!isAbstractType(type)) return type.name === typename ? type : undefined;
  const object = schema.getType(typename);
  return isObjectType(object) && schema.isSubType(type, object) ? object : undefined;
}

type Selecting = { readonly sets: readonly SelectionSetNode[]; readonly parts: ShapeParts };

/** An interface object does not know which type it is, and nobody asks who does when all have the same fields. */
function alikeShapes(
  type: GraphQLCompositeType,
  typename: string | undefined,
  { sets, parts }: Selecting,
): readonly FieldShape[] | null {
  if (!isInterfaceType(type) || (typename !== undefined && typename !== type.name)) return null;
  const fields = alikeInAll(type, sets, parts);
  return fields ? fieldShapes(type, fields, parts) : null;
}

type FieldsType = GraphQLObjectType | GraphQLInterfaceType;

function fieldShapes(
  type: FieldsType,
  fields: CollectedFields,
  parts: ShapeParts,
): readonly FieldShape[] {
  return [...fields].map(([key, nodes], place) => ({
    ...fieldShape(type, key, nodes, parts),
    label: `${place === 0 ? '{' : ','}${JSON.stringify(parts.clientName(key))}:`,
  }));
}

function fieldShape(
  type: FieldsType,
  key: string,
  nodes: readonly FieldNode[],
  parts: ShapeParts,
): Omit<FieldShape, 'label'> {
  const field = nodes[0]?.name.value ?? '';
  const name = parts.clientName(key);
  const value = valueShape(type, { name, field, nodes }, parts);
  return { name, key, place: `${type.name}.${field}`, value };
}

type Selected = {
  readonly name: string;
  readonly field: string;
  readonly nodes: readonly FieldNode[];
};

function valueShape(
  type: FieldsType,
  { name, field, nodes }: Selected,
  parts: ShapeParts,
): Shape | Known {
  const hoisted = ownText(nodes, parts.own);
  if (hoisted !== undefined) return { kind: 'known', text: hoisted };
  if (field === '__typename') return { kind: 'known', text: JSON.stringify(type.name) };
  const own = parts.own.get(name);
  if (own !== undefined && field.startsWith('__')) return { kind: 'known', text: own };
  const definition = type.getFields()[field];
  if (!definition) throw new Error(`Expected ${type.name} to have ${field}, which is selected.`);
  const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
  return shapeOf(definition.type, sets, parts);
}

function shapeOf(
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  parts: ShapeParts,
): Shape {
  const nonNull = isNonNullType(type);
  const inner = nonNull ? type.ofType : type;
  if (isListType(inner)) return { kind: 'list', nonNull, of: shapeOf(inner.ofType, sets, parts) };
  const named = getNamedType(inner);
  return isLeafType(named) ? leafShape(named, nonNull) : objectShape(named, sets, nonNull, parts);
}
