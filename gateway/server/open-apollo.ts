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
import type { FastifyBaseLogger } from 'fastify';
import { LIMITS } from '../limits/index.ts';
import { asPlugin } from './as-plugin.ts';
import { together } from './companion.ts';
import { documentsWithinLimits } from './documents.ts';
import { statusOfRefusals } from './errors.ts';
import { httpQuestion } from './http-question.ts';
import type { Handling, Piped } from './serving.ts';

/** Apollo Server, as it answers requests to /graphql. */
export async function openApollo<Context extends BaseContext>(
  piped: Piped<Context>,
  logger: FastifyBaseLogger,
): Promise<Handling> {
  const apollo = new ApolloServer<Context>({
    ...piped.engine,
    ...FIXED,
    logger,
    validationRules: [...piped.validationRules],
    plugins: [
      ...nothingOfApollos(),
      documentsWithinLimits(),
      asPlugin(together([statusOfRefusals, ...piped.companions])),
    ],
    formatError: piped.format,
    documentStore: new InMemoryLRUCache({ maxSize: LIMITS.documentsKeptBytesMax }),
  });
  await apollo.start();
  const handler = fastifyApolloHandler(apollo, {
    context: (request, reply) => {
      const context = piped.context(httpQuestion(request, reply));
      piped.began(request, context);
      return Promise.resolve(context);
    },
  });
  return { handler, stop: () => apollo.stop() };
}

/** Forms of other sites are refused for their content type, and a GET changes nothing: so no site needs a header to be kept out. */
const FIXED = {
  introspection: true,
  csrfPrevention: false,
  persistedQueries: false,
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
  parseOptions: { maxTokens: LIMITS.documentTokensMax },
  validationOptions: { maxErrors: LIMITS.mistakesMax },
} as const;

/** Neither pages from a CDN nor reports to anybody, whatever stands in the environment. */
const nothingOfApollos = () => [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];
