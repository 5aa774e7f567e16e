import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { REFUSALS, type RefusalCode } from '../schema/index.ts';
import type { RequestContext } from './engine/index.ts';
import type { Gateway } from './gateway.ts';
import {
  type Cost,
  type CostLimits,
  checkCost,
  checkNulls,
  checkOwners,
  checkPageSizes,
  checkRanges,
  checkVariables,
  LIMITS,
} from './limits/index.ts';
import type { ClientQuestion, JsonObject } from './members/index.ts';
import { tell } from './tell.ts';

/** What is wrong with a question that graphql-js finds valid, in the order that gives the clearest first message. */
const CHECKS: readonly ((gateway: Gateway, question: ClientQuestion) => readonly GraphQLError[])[] =
  [
    (_, question) => checkVariables(question),
    ({ schema }, question) => checkNulls(schema, question),
    ({ schema }, question) => checkPageSizes(schema, question),
    ({ schema }, question) => checkRanges(schema, question),
    ({ schema, isMember }, question) => checkOwners(schema, question, isMember),
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

/** What is refused for another reason has cost nothing. */
function isTold({ body }: GraphQLResponse): boolean {
  if (body.kind !== 'single') return false;
  const { data, errors = [] } = body.singleResult;
  return data !== undefined || errors.some(({ extensions }) => extensions?.code === COST_EXCEEDED);
}

const COST_EXCEEDED: RefusalCode = 'COST_EXCEEDED';

/** Refuses a question before it is planned, and tells what it costs, or would have: by the gateway whose schema it was read with. */
export const refuses = (
  gatewayOf: (schema: GraphQLSchema) => Gateway,
  limits: CostLimits = LIMITS,
): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () => {
    let cost: Cost | undefined;
    return Promise.resolve({
      didResolveOperation: ({ document, operationName, request, schema }) => {
        const gateway = gatewayOf(schema);
        const variables = (request.variables ?? {}) as JsonObject;
        const question = { document, operationName, variables };
        const fault = firstFault(gateway, question);
        cost = fault ? undefined : gateway.costOf(question);
        const refused = fault ?? (cost && checkCost(cost, limits));
        return refused ? Promise.reject(refused) : Promise.resolve();
      },
      willSendResponse: ({ response }) => {
        if (cost && isTold(response))
          tell(response, { cost: { cost: cost.cost, limit: limits.costMax } });
        return Promise.resolve();
      },
    });
  },
});
