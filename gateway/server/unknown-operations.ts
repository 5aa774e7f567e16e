import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind } from 'graphql';

/** A document of several operations says which it wants, and by a name that it has; where a gateway executes, Apollo Server leaves this to us. */
export const refuseUnknownOperations: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation, document }) =>
        operation ? Promise.resolve() : Promise.reject(unknown(document)),
    }),
};

function unknown(document: DocumentNode): GraphQLError {
  const names = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? (each.name?.value ?? []) : [],
  );
  const says =
    names.length === 0
      ? 'Expected no `operationName`, since the operation of this document has none.'
      : `Expected \`operationName\` to be one of this document: ${names.join(', ')}.`;
  return new GraphQLError(says, {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });
}
