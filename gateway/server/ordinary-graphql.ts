import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { LIMITS } from '../limits/index.ts';
import { refuseLargeAnswers } from './answer-bytes.ts';
import { asPlugin } from './as-plugin.ts';
import { readBodies, refuseOtherLetters } from './bodies.ts';
import { refuseLongDocuments } from './document-bytes.ts';
import { documentsWithinLimits } from './documents.ts';
import { showSubgraphErrors, statusOfRefusals } from './errors.ts';
import { FIXED, nothingOfApollos } from './graphql.ts';
import { httpQuestion } from './http-question.ts';
import type { Ordinary } from './start-ordinary-server.ts';

/** POST and GET /graphql before subgraphs of anybody's: mutations too, and errors as the subgraphs give them. */
export async function routeOrdinaryGraphql<Context extends BaseContext>(
  app: FastifyInstance,
  ordinary: Ordinary<Context>,
  logger: FastifyBaseLogger,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    ...FIXED,
    gateway: ordinary.gateway,
    logger,
    plugins: plugins(),
    formatError: showSubgraphErrors,
    documentStore: new InMemoryLRUCache({ maxSize: LIMITS.documentsKeptBytesMax }),
  });
  await apollo.start();
  readBodies(app);
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], // Apollo answers the last three 405
    url: '/graphql',
    preParsing: refuseOtherLetters,
    preHandler: refuseLongDocuments,
    onSend: refuseLargeAnswers,
    handler: fastifyApolloHandler(apollo, {
      context: (request, reply) => Promise.resolve(ordinary.context(httpQuestion(request, reply))),
    }),
  });
  return apollo;
}

const plugins = (): ApolloServerPlugin<BaseContext>[] => [
  ...nothingOfApollos(),
  asPlugin(statusOfRefusals),
  documentsWithinLimits(),
  refuseUnknown,
];

/** Where a gateway executes, Apollo Server leaves it to us to see whether there is such an operation. */
const refuseUnknown: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ operation }) =>
        operation && operation.operation !== 'subscription'
          ? Promise.resolve()
          : Promise.reject(operation ? NO_SUBSCRIPTIONS : NO_OPERATION),
    }),
};

const refused = (code: string, says: string): GraphQLError =>
  new GraphQLError(says, { extensions: { code, http: { status: 400 } } });
const NO_OPERATION = refused(
  'OPERATION_RESOLUTION_FAILURE',
  'Expected `operationName` to be that of one operation of this document, where it has several.',
);
const NO_SUBSCRIPTIONS = refused(
  'SUBSCRIPTION_NOT_OFFERED',
  'Expected a query or a mutation, got a subscription; there are none here.',
);
