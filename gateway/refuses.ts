import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { REFUSALS } from '../schema/index.ts';
import type { RequestContext } from './engine/index.ts';
import type { Gateway } from './gateway.ts';
import { checkNulls, checkPageSizes, checkRanges, checkVariables } from './limits/index.ts';
import type { ClientQuestion, JsonObject } from './members/index.ts';

/** What is wrong with a question that graphql-js finds valid, in the order that gives the clearest first message. */
const CHECKS: readonly ((gateway: Gateway, question: ClientQuestion) => readonly GraphQLError[])[] =
  [
    (_, question) => checkVariables(question),
    ({ schema }, question) => checkNulls(schema, question),
    ({ schema }, question) => checkPageSizes(schema, question),
    ({ schema }, question) => checkRanges(schema, question),
    ({ badCursors }, question) => badCursors(question).map(badCursor),
  ];

const badCursor = (field: string): GraphQLError =>
  new GraphQLError(`${field}: ${REFUSALS.BAD_CURSOR.says}`, { extensions: { code: 'BAD_CURSOR' } });

/** The first fault of a question, before anybody is asked. */
export function firstFault(gateway: Gateway, question: ClientQuestion): GraphQLError | undefined {
  for (const check of CHECKS) {
    const [fault] = check(gateway, question);
    if (fault) return fault;
  }
  return undefined;
}

/** Refuses a question before it is planned. */
export const refuses = (gateway: Gateway): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, operationName, request }) => {
        const variables = (request.variables ?? {}) as JsonObject;
        const fault = firstFault(gateway, { document, operationName, variables });
        return fault ? Promise.reject(fault) : Promise.resolve();
      },
    }),
});
