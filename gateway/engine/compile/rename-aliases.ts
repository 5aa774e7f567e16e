import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What stands before a name that was renamed. No response name of a planned operation begins with it otherwise. */
const PREFIX = 'zz_';

/** The name under which a client asked for it, from the one under which it was planned. */
export const clientName = (responseName: string): string =>
  responseName.startsWith(PREFIX) ? responseName.slice(PREFIX.length) : responseName;

/** The name under which a client's name is planned, when it may not stay. */
export const plannersName = (name: string): string => PREFIX + name;

/**
 * The same operation, but no response name is one that the planner could take for something else: it joins by response name, so an alias that
 * carries the name of another field of its object would be sent as a key, or fill another selection.
 *
 * A name is renamed in the whole document or nowhere. Fields that may meet in one object have the same name and the same alias, as validation
 * makes sure, so they are renamed together; those that keep their own name never meet one that took it.
 *
 * What fields require with arguments leaves its name to them, for the planner asks for it under that name with their arguments.
 *
 * The schema is the whole supergraph's, for fields that clients cannot see are asked for as well.
 */
export function renameAliases(
  schema: GraphQLSchema,
  document: DocumentNode,
  required: ReadonlySet<string> = NOTHING,
): DocumentNode {
  const taken = namesTaken(schema, document);
  return visit(document, {
    Field: (node) => (isToRename(node, taken, required) ? renamed(node) : undefined),
  });
}

const NOTHING: ReadonlySet<string> = new Set();

function isToRename(
  node: FieldNode,
  taken: ReadonlySet<string>,
  required: ReadonlySet<string>,
): boolean {
  const name = responseNameOf(node);
  if (name.startsWith(PREFIX) || required.has(name)) return true;
  return isAnothersName(node) && taken.has(name);
}

const renamed = (node: FieldNode): FieldNode => ({
  ...node,
  alias: { kind: Kind.NAME, value: plannersName(responseNameOf(node)) },
});

const responseNameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;
const isAnothersName = (node: FieldNode): boolean => responseNameOf(node) !== node.name.value;

/** Aliases that are the name of something else, somewhere in the document. */
function namesTaken(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const name = responseNameOf(node);
        const isTaken = isReserved(name) || isFieldOf(schema, types.getParentType(), name);
        if (isAnothersName(node) && isTaken) names.add(name);
      },
    }),
  );
  return names;
}

/** Those of the gateway, of federation and of GraphQL; among the last is `__proto__`, which no object takes as a key like any other. */
const isReserved = (name: string): boolean => /^(zlg_|__|_entities$|_service$)/.test(name);

type Parent = GraphQLNamedType | null | undefined;
const isFieldOf = (schema: GraphQLSchema, parent: Parent, name: string): boolean =>
  objectsOf(schema, parent).some((type) => Object.hasOwn(type.getFields(), name));

function objectsOf(schema: GraphQLSchema, parent: Parent) {
  const type = getNamedType(parent);
  if (isAbstractType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}
