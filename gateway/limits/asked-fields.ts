import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A field of a question that has arguments, and what the schema says of it. */
export type AskedField = {
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
};

/**
 * The fields with arguments of one operation: each once, however often its fragment is spread. They are the same whatever its variables, and
 * the server keeps documents; so they are looked for once.
 */
export function askedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName = '',
): readonly AskedField[] {
  const known = knownOf(schema, document);
  const found = known.get(operationName);
  if (found) return found;
  const alone = separateOperations(document)[operationName] ?? document;
  const made = fieldsIn(schema, alone);
  known.set(operationName, made);
  return made;
}

type Known = Map<string, readonly AskedField[]>;
const known = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Known>>();

function knownOf(schema: GraphQLSchema, document: DocumentNode): Known {
  const ofSchema = known.get(schema) ?? new WeakMap<DocumentNode, Known>();
  known.set(schema, ofSchema);
  const ofDocument = ofSchema.get(document) ?? new Map();
  ofSchema.set(document, ofDocument);
  return ofDocument;
}

function fieldsIn(schema: GraphQLSchema, document: DocumentNode): readonly AskedField[] {
  const found: AskedField[] = [];
  const typeInfo = new TypeInfo(schema);
  const Field = (node: FieldNode) => {
    const field = typeInfo.getFieldDef();
    if (field && node.arguments?.length) found.push({ node, field });
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field }));
  return found;
}
