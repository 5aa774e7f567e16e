import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';
import type { Accompany, Answer, Asked, ReadQuestion } from './companion.ts';

/** A companion of each question, as Apollo Server takes it. */
export const asPlugin = <Context extends BaseContext>(
  accompany: Accompany<Context>,
): ApolloServerPlugin<Context> => ({
  requestDidStart: ({ schema, contextValue }) => {
    const companion = accompany({ schema, context: contextValue });
    return Promise.resolve({
      didResolveOperation: (context) => {
        const question = questionIn(context);
        const fault = question && companion.refuses?.(question);
        return fault ? Promise.reject(fault) : Promise.resolve();
      },
      executionDidStart: (context) => {
        const question = questionIn(context);
        if (question) companion.executes?.(question);
        return Promise.resolve();
      },
      willSendResponse: (context) => {
        const { http, body } = context.response;
        if (body.kind !== 'single') return Promise.resolve();
        const given: Answer = { ...body.singleResult, status: http.status ?? 200 };
        const { status, ...singleResult } = companion.answers?.(given, askedIn(context)) ?? given;
        http.status = status;
        body.singleResult = singleResult;
        return Promise.resolve();
      },
    });
  },
});

type InApollo = Pick<
  GraphQLRequestContext<BaseContext>,
  'queryHash' | 'operationName' | 'operation' | 'document' | 'request'
>;

const askedIn = ({ queryHash = '', operationName }: InApollo): Asked => ({
  queryHash,
  operationName: operationName ?? null,
});

/** Undefined where there is no operation of the name that is asked; that is refused elsewhere. */
function questionIn(context: InApollo): ReadQuestion | undefined {
  const { document, operation, request } = context;
  if (!document || !operation) return undefined;
  return { ...askedIn(context), document, operation, variables: request.variables ?? {} };
}
