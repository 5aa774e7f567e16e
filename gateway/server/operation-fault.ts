import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { REFUSALS, type RefusalCode } from '../../schema/index.ts';

type Chosen = {
  readonly document: DocumentNode;
  /** Undefined where the document has none of the name that is asked. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly schema: GraphQLSchema;
};

/** A document of several operations says which it wants, and by a name that it has; and nothing is answered but what the schema has. */
export function operationFault({ document, operation, schema }: Chosen): GraphQLError | undefined {
  if (!operation) return refused(unknown(document));
  if (operation.operation === OperationTypeNode.SUBSCRIPTION)
    return refused(REFUSALS[SUBSCRIPTION].says, SUBSCRIPTION);
  if (schema.getRootType(operation.operation)) return undefined;
  return refused(`Expected a query, got a ${operation.operation}; there are none here.`);
}

const SUBSCRIPTION: RefusalCode = 'SUBSCRIPTION_NOT_OFFERED';

function unknown(document: DocumentNode): string {
  const names = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? (each.name?.value ?? []) : [],
  );
  return names.length === 0
    ? 'Expected no `operationName`, since the operation of this document has none.'
    : `Expected \`operationName\` to be one of this document: ${names.join(', ')}.`;
}

const refused = (says: string, code = 'OPERATION_RESOLUTION_FAILURE'): GraphQLError =>
  new GraphQLError(says, { extensions: { code, http: { status: 400 } } });
