import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind } from 'graphql';

/**
 * A document of several operations says which it wants, and by a name that it has; and nothing but a query is answered. Where a gateway
 * executes, Apollo Server leaves this to us.
 */
export const refuseUnknownOperations: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, document }) => {
        if (!operation) return Promise.reject(refused(unknown(document)));
        if (operation.operation === 'query') return Promise.resolve();
        return Promise.reject(
          refused(`Expected a query, got a ${operation.operation}; there are none here.`),
        );
      },
    }),
};

function unknown(document: DocumentNode): string {
  const names = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? (each.name?.value ?? []) : [],
  );
  return names.length === 0
    ? 'Expected no `operationName`, since the operation of this document has none.'
    : `Expected \`operationName\` to be one of this document: ${names.join(', ')}.`;
}

const refused = (says: string): GraphQLError =>
  new GraphQLError(says, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
