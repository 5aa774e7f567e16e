import accepts from '@fastify/accepts';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { LIMITS } from '../limits/index.ts';
import type { Listening } from './serving.ts';
import { answerUnreadable, sayUnreadable } from './unreadable.ts';

/** Fastify with limits on whatever comes in, before there is anything to ask for. */
export const openApp = (
  { trustedProxies }: Pick<Listening, 'trustedProxies'>,
  logger: FastifyBaseLogger,
): FastifyInstance =>
  fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.requestBodyBytesMax,
    requestTimeout: LIMITS.requestMsMax,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    return503OnClosing: false,
    frameworkErrors: sayUnreadable,
    clientErrorHandler: answerUnreadable,
  });

/** Headers first, so that refusals carry them too. The pages hold nothing from elsewhere, and a browser is told to refuse it. */
export async function protect(app: FastifyInstance, origins: readonly string[]): Promise<void> {
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

/** Whether anybody can be told where it listens is a matter of the logger. */
export const listen = (
  app: FastifyInstance,
  { host, port }: Pick<Listening, 'host' | 'port'>,
): Promise<string> =>
  app.listen({
    host,
    port,
    listenTextResolver: (address) => `The gateway listens at ${address}.`,
  });
