import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { LIMITS } from '../limits/index.ts';
import { refuseLargeAnswers } from './answer-bytes.ts';
import { asPlugin } from './as-plugin.ts';
import { readBodies, refuseOtherLetters } from './bodies.ts';
import { together } from './companion.ts';
import { refuseLongDocuments } from './document-bytes.ts';
import { documentsWithinLimits } from './documents.ts';
import { showErrors, statusOfRefusals } from './errors.ts';
import { httpQuestion } from './http-question.ts';
import type { Serving } from './serving.ts';

/** POST and GET /graphql, as graphql-over-http says: GET for queries, without any special header. */
export async function routeGraphql<Context extends BaseContext>(
  app: FastifyInstance,
  serving: Began<Context>,
  logger: FastifyBaseLogger,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    ...serving.engine,
    ...FIXED,
    logger,
    validationRules: [...serving.validationRules],
    plugins: [
      ...nothingOfApollos(),
      documentsWithinLimits(),
      asPlugin(together([statusOfRefusals, ...serving.companions])),
    ],
    formatError: showErrors(logger),
    documentStore: new InMemoryLRUCache({ maxSize: LIMITS.documentsKeptBytesMax }),
  });
  await apollo.start();
  readBodies(app);
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], // Apollo answers the last three 405
    url: '/graphql',
    config: { rateLimit: {} },
    preParsing: refuseOtherLetters,
    preHandler: refuseLongDocuments,
    onSend: refuseLargeAnswers,
    handler: fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const context = await serving.context(httpQuestion(request, reply));
        serving.began(request, context);
        return context;
      },
    }),
  });
  return apollo;
}

type Began<Context extends BaseContext> = Serving<Context> & {
  /** Told when a request has its context. */
  readonly began: (request: FastifyRequest, context: Context) => void;
};

/** There are no mutations and no cookies, so a page of another site learns and changes nothing by a forged request. */
export const FIXED = {
  introspection: true,
  csrfPrevention: false,
  persistedQueries: false,
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
  parseOptions: { maxTokens: LIMITS.documentTokensMax },
  validationOptions: { maxErrors: LIMITS.mistakesMax },
} as const;

/** Neither pages from a CDN nor reports to anybody, whatever stands in the environment. */
export const nothingOfApollos = () => [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];
