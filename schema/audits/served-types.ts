import {
  buildClientSchema,
  type DefinitionNode,
  type IntrospectionQuery,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  parse,
  printSchema,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';

/** The types that a member says it serves, or one sentence on why that cannot be read. */
export type ServedTypes =
  | {
      readonly kind: 'read';
      readonly types: ReadonlyMap<string, TypeDefinitionNode>;
      /** Names of the types at which questions, and changes, begin. */
      readonly roots: { readonly query: string; readonly mutation: string | null };
      readonly text: string;
    }
  | { readonly kind: 'unread'; readonly says: string };

/** What introspection gave. */
export function typesOfIntrospection(data: unknown): ServedTypes {
  try {
    // What it lacks is told by `buildClientSchema`, which is made for what is not to be trusted.
    const schema = buildClientSchema(data as IntrospectionQuery);
    const roots = {
      query: schema.getQueryType()?.name ?? '',
      mutation: schema.getMutationType()?.name ?? null,
    };
    const text = printSchema(schema);
    return { kind: 'read', types: byName(parse(text).definitions), roots, text };
  } catch (fault) {
    return { kind: 'unread', says: `Its introspection cannot be read: ${messageOf(fault)}` };
  }
}

/** What `_service { sdl }` gave. */
export function typesOfSdl(sdl: unknown): ServedTypes {
  if (typeof sdl !== 'string' || sdl === '')
    return { kind: 'unread', says: '`_service { sdl }` gave no text.' };
  try {
    const roots = { query: 'Query', mutation: null };
    return { kind: 'read', types: byName(parse(sdl).definitions), roots, text: sdl };
  } catch (fault) {
    return { kind: 'unread', says: `Its SDL cannot be parsed: ${messageOf(fault)}` };
  }
}

const messageOf = (fault: unknown): string =>
  fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);

/** The definitions by their names; what a type is extended by is joined with it, for some servers print `extend type Query` alone. */
function byName(definitions: readonly DefinitionNode[]): ReadonlyMap<string, TypeDefinitionNode> {
  const types = new Map<string, TypeDefinitionNode>();
  for (const each of definitions) {
    const type = isTypeDefinitionNode(each)
      ? each
      : isTypeExtensionNode(each)
        ? definitionOf(each)
        : undefined;
    if (type) types.set(type.name.value, joined(types.get(type.name.value), type));
  }
  return types;
}

const DEFINITIONS = {
  [Kind.SCALAR_TYPE_EXTENSION]: Kind.SCALAR_TYPE_DEFINITION,
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.INTERFACE_TYPE_EXTENSION]: Kind.INTERFACE_TYPE_DEFINITION,
  [Kind.UNION_TYPE_EXTENSION]: Kind.UNION_TYPE_DEFINITION,
  [Kind.ENUM_TYPE_EXTENSION]: Kind.ENUM_TYPE_DEFINITION,
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: Kind.INPUT_OBJECT_TYPE_DEFINITION,
} as const;

const definitionOf = (extension: TypeExtensionNode): TypeDefinitionNode =>
  ({ ...extension, kind: DEFINITIONS[extension.kind] }) as TypeDefinitionNode;

function joined(
  first: TypeDefinitionNode | undefined,
  second: TypeDefinitionNode,
): TypeDefinitionNode {
  if (!first || first.kind !== second.kind) return second;
  const both = <Part>(name: string): readonly Part[] => [
    ...partsOf<Part>(first, name),
    ...partsOf<Part>(second, name),
  ];
  const parts = {
    fields: both('fields'),
    values: both('values'),
    types: both('types'),
    directives: both('directives'),
  };
  return { ...first, ...parts } as TypeDefinitionNode;
}

const partsOf = <Part>(type: TypeDefinitionNode, name: string): readonly Part[] =>
  Reflect.get(type, name) ?? [];
