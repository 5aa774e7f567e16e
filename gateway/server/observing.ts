import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OnHttp } from './serving.ts';

/**
 * Sees each request to /graphql from its first byte to the last of its answer, and tells of it once. It stands before everything that may
 * answer, so that what is refused on the way is seen too.
 */
export function observing<Context>(
  app: FastifyInstance,
  onAnswered: (answered: OnHttp, context: Context | undefined) => void,
): { readonly began: (request: FastifyRequest, context: Context) => void } {
  const seen = new WeakMap<FastifyRequest, Seen<Context>>();
  app.addHook('onRequest', (request, reply, done) => {
    if (isGraphql(request)) {
      const each: Seen<Context> = { beganAt: performance.now(), bytes: 0, codes: [] };
      seen.set(request, each);
      reply.raw.once('close', () => onAnswered(answeredOf(reply, each), each.context));
    }
    done();
  });
  // What Apollo answers is text already; these are refusals from before it.
  app.addHook('preSerialization', (request, _reply, payload, done) => {
    const each = seen.get(request);
    if (each) each.codes = codesIn(payload);
    done(null, payload);
  });
  app.addHook('onSend', (request, _reply, payload, done) => {
    const each = seen.get(request);
    if (each) each.bytes = bytesOf(payload);
    done(null, payload);
  });
  return {
    began: (request, context) => {
      const each = seen.get(request);
      if (each) each.context = context;
    },
  };
}

const bytesOf = (payload: unknown): number =>
  typeof payload === 'string' || Buffer.isBuffer(payload) ? Buffer.byteLength(payload) : 0;

type Seen<Context> = {
  readonly beganAt: number;
  bytes: number;
  codes: readonly string[];
  context?: Context;
};

const isGraphql = ({ url }: FastifyRequest): boolean => /^\/graphql($|\?)/.test(url);

const answeredOf = ({ raw }: FastifyReply, { beganAt, bytes, codes }: Seen<unknown>): OnHttp => ({
  status: raw.writableFinished ? raw.statusCode : null,
  tookMs: performance.now() - beganAt,
  bytes,
  codes,
});

function codesIn(payload: unknown): readonly string[] {
  const errors = fieldOf(payload, 'errors');
  return (Array.isArray(errors) ? errors : []).flatMap((error) => {
    const code = fieldOf(fieldOf(error, 'extensions'), 'code');
    return typeof code === 'string' ? [code] : [];
  });
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
