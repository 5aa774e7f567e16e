import type { onSendHookHandler } from 'fastify';
import type { RefusalCode } from '../../schema/index.ts';
import { LIMITS } from '../limits/index.ts';

const CODE: RefusalCode = 'ANSWER_TOO_LARGE';

/** Counted when the answer is whole, before it is compressed: until then nobody knows how long it is. */
export const refuseLargeAnswers: onSendHookHandler = (_request, reply, payload, done) => {
  const bytes = bytesOf(payload);
  if (bytes <= LIMITS.answerBytesMax) return done(null, payload);
  const message = `Expected an answer of at most ${LIMITS.answerBytesMax} bytes, got ${bytes}. Ask for fewer fields or a smaller page.`;
  reply.code(400).removeHeader('content-length');
  done(null, JSON.stringify({ errors: [{ message, extensions: { code: CODE } }] }));
};

/** A text has at most three bytes for each of its letters, so a short one need not be counted. */
function bytesOf(payload: unknown): number {
  if (Buffer.isBuffer(payload)) return payload.length;
  if (typeof payload !== 'string' || 3 * payload.length <= LIMITS.answerBytesMax) return 0;
  return Buffer.byteLength(payload);
}
