import Fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/fastify';
import type { Logger } from 'pino';
import { REFUSALS } from '../../../schema/index.ts';
import type { MemberContext } from '../graphql/index.ts';
import { sharedDocuments } from './documents.ts';
import { errorsShown } from './shown-error.ts';

export type Serving = {
  readonly code: string;
  readonly schema: GraphQLSchema;
  /** Made anew for each request. */
  readonly contextOf: () => MemberContext;
  readonly logger: Logger;
};
export type Address = { readonly host: string; readonly port: number };
export type Served = { readonly url: string; readonly close: () => Promise<void> };

const BODY_BYTES_MOST = 2 * 1024 * 1024;
const REQUEST_MS_MOST = 30_000;
/** What runs when a member stops may end within this time; SIGTERM allows 2 s in all. */
const LAST_ANSWERS_MS = 1_000;

/** Serves one member over HTTP: `/graphql` and `/health`. Port 0 is one that the system gives. */
export async function serve(serving: Serving, { host, port }: Address): Promise<Served> {
  const app = Fastify({
    bodyLimit: BODY_BYTES_MOST,
    requestTimeout: REQUEST_MS_MOST,
    forceCloseConnections: 'idle',
  });
  app.removeContentTypeParser('text/plain');
  app.get('/health', () => ({ status: 'ok', code: serving.code }));
  app.route({ method: ['GET', 'POST'], url: '/graphql', handler: answering(serving) });
  refuseInOneSentence(app, serving.logger);
  return { url: `${await listen(app, host, port)}/graphql`, close: () => closeSoon(app) };
}

function answering({ schema, contextOf, logger }: Serving) {
  const documents = sharedDocuments(schema);
  return createHandler({
    schema,
    context: contextOf,
    parse: (source) => documents.parse(typeof source === 'string' ? source : source.body),
    validate: (_schema, document) => documents.validate(document),
    formatError: errorsShown(logger),
  });
}

/** What Fastify refuses (no JSON, too long, no such page) has the shape of a GraphQL answer too. */
function refuseInOneSentence(app: FastifyInstance, logger: Logger): void {
  app.setNotFoundHandler((_request, reply) =>
    reply.status(404).send(faultOf('Expected /graphql or /health.')),
  );
  app.setErrorHandler((error: Error & { readonly statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) logger.error({ err: error }, 'A request could not be answered.');
    return reply.status(status).send(faultOf(sentenceFor(status, error)));
  });
}

const faultOf = (message: string) => ({ errors: [{ message }] });

function sentenceFor(status: number, error: Error): string {
  if (status >= 500) return REFUSALS.INTERNAL.says;
  if (status === 413) return `Expected at most ${BODY_BYTES_MOST} bytes; ask for less at once.`;
  return error.message;
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    throw new Error(faultOfListening(host, port, cause), { cause });
  }
}

function faultOfListening(host: string, port: number, cause: unknown): string {
  const code = codeOf(cause);
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} is taken; stop what listens there or choose another port.`;
  return `Expected to listen on ${host}:${port}, got ${code}; choose another host or port.`;
}

/** The system's own name of what happened. */
const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause
    ? String(cause.code)
    : String(cause);

/** Lets what runs end, and then ends it: a socket kept alive by a client would hold the process for a minute. */
async function closeSoon(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS_MS);
  await app.close();
  clearTimeout(timer);
}
