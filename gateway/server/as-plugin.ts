import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from '@apollo/server';
import type { Accompany, Answer, Asked, ReadQuestion } from './companion.ts';
import { readsParts } from './incremental.ts';
import { operationFault } from './operation-fault.ts';

/** A companion of each question, as Apollo Server takes it. It refuses unknown operations too, which Apollo Server leaves to its gateway. */
export const asPlugin = <Context extends BaseContext>(
  accompany: Accompany<Context>,
): ApolloServerPlugin<Context> => ({
  requestDidStart: ({ schema, contextValue }) => {
    const companion = accompany({ schema, context: contextValue });
    return Promise.resolve({
      didResolveOperation: (context) => {
        const question = questionIn(context);
        const fault =
          operationFault({ ...context, operation: question?.operation }) ??
          (question && companion.refuses?.(question));
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
        if (status >= 400 && readsParts(context.request.http?.headers.get('accept')))
          http.headers.set('content-type', 'application/json; charset=utf-8');
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

function questionIn(context: InApollo): ReadQuestion | undefined {
  const { document, operation, request } = context;
  if (!document || !operation) return undefined;
  return { ...askedIn(context), document, operation, variables: request.variables ?? {} };
}
