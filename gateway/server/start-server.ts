import type { BaseContext } from '@apollo/server';
import accepts from '@fastify/accepts';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { LIMITS } from '../limits/index.ts';
import { Draining } from './draining.ts';
import { sayFaults } from './faults.ts';
import { routeGraphql } from './graphql.ts';
import { routeLife } from './life.ts';
import { routeMembers } from './members.ts';
import { routeMetrics } from './metrics.ts';
import { observing } from './observing.ts';
import { routePages } from './pages.ts';
import { limitRates } from './rate.ts';
import { routeRegistry } from './registry.ts';
import type { Listening, Served, Serving } from './serving.ts';
import { endOnUnreadBodies } from './unread-bodies.ts';
import { answerUnreadable, sayUnreadable } from './unreadable.ts';

/** Serves GraphQL and the pages on one port. */
export async function startServer<Context extends BaseContext>(
  serving: Serving<Context>,
  listening: Listening,
  logger: FastifyBaseLogger,
): Promise<Served> {
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.requestBodyBytesMax,
    requestTimeout: LIMITS.requestMsMax,
    trustProxy: listening.trustedProxies.length > 0 ? [...listening.trustedProxies] : false,
    return503OnClosing: false,
    frameworkErrors: sayUnreadable,
    clientErrorHandler: answerUnreadable,
  });
  const observed = observing(app, serving.onAnswered);
  const draining = new Draining(app);
  endOnUnreadBodies(app);
  await protect(app, listening.corsOrigins);
  await limitRates(app, listening);
  sayFaults(app);
  routeLife(app, { isReady: serving.isReady, isDraining: () => draining.hasBegun });
  routeMembers(app, serving);
  routeMetrics(app, serving.metrics, listening.metricsNetworks);
  routePages(app);
  const apollo = await routeGraphql(app, { ...serving, began: observed.began }, logger);
  if (serving.registry) await routeRegistry(app, serving.registry);
  const url = await app.listen({
    host: listening.host,
    port: listening.port,
    listenTextResolver: (address) => `The gateway listens at ${address}.`,
  });
  return {
    url,
    close: async () => {
      await draining.run(serving.hurry);
      await apollo.stop();
    },
  };
}

/** Headers first, so that refusals carry them too. The pages hold nothing from elsewhere, and a browser is told to refuse it. */
async function protect(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: OWN_ORIGIN_ONLY },
  });
  await app.register(cors, { origin: [...origins], methods: ['GET', 'POST'] });
  await app.register(compress, { globalDecompression: false });
  await app.register(accepts);
}

/** The explorer's editor sets styles from its script, hence 'unsafe-inline' for styles alone. */
const OWN_ORIGIN_ONLY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
} as const;
