import type { FastifyRequest, preHandlerHookHandler } from 'fastify';
import { LIMITS } from '../limits/index.ts';

/** A text that is too long is not even read. */
export const refuseLongDocuments: preHandlerHookHandler = (request, reply, done) => {
  const bytes = Buffer.byteLength(textOf(request));
  if (bytes <= LIMITS.documentBytesMax) return done();
  const message = `Expected a question of at most ${LIMITS.documentBytesMax} bytes, got ${bytes}. Split it, and put long values into variables.`;
  reply.code(400).send({ errors: [{ message, extensions: { code: 'DOCUMENT_TOO_LARGE' } }] });
};

function textOf({ body, query }: FastifyRequest): string {
  const given: unknown = body ?? query;
  const text = typeof given === 'object' && given !== null && 'query' in given ? given.query : '';
  return typeof text === 'string' ? text : '';
}
