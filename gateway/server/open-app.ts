import accepts from '@fastify/accepts';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { LIMITS } from '../limits/index.ts';
import { protectingHeaders } from './protecting-headers.ts';
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

/** Headers first, so that refusals carry them too. */
export async function protect(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  const headers = protectingHeaders();
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await app.register(cors, { origin: [...origins], methods: ['GET', 'POST'] });
  await app.register(compress, { globalDecompression: false });
  await app.register(accepts);
}

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
