import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest, preParsingHookHandler } from 'fastify';

/** A body is JSON in UTF-8, and nothing else: what we cannot read exactly we do not guess. */
export function readBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('text/plain'); // else it is read as a body, where a form of another site could send it
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, body, done) =>
      isUtf8(body) ? parse(request, body.toString('utf8'), done) : done(NO_UTF8),
  );
}

/** Refuses a body that says it is written otherwise; without its bytes being read. */
export const refuseOtherLetters: preParsingHookHandler = (request, _reply, payload, done) => {
  if (request.method !== 'POST') return done(null, payload);
  const fault = faultIn(request);
  if (fault) done(fault);
  else done(null, payload);
};

function faultIn({ headers }: FastifyRequest): Error | undefined {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') return COMPRESSED;
  const type = headers['content-type'] ?? '';
  if (!isJson(type)) return undefined; // it is refused for that
  const charsets = type.matchAll(CHARSET);
  return [...charsets].every(([, charset = '']) => UTF8.test(charset)) ? undefined : OTHER_CHARSET;
}

export const isJson = (type: string): boolean => /^\s*application\/json\s*(;|$)/i.test(type);
const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]*)/gi;
const UTF8 = /^utf-?8$/i;

const refusal = (statusCode: number, says: string) =>
  Object.assign(new Error(says), { statusCode });
const NO_UTF8 = refusal(400, 'Expected a body in UTF-8, got bytes that are none.');
const OTHER_CHARSET = refusal(
  415,
  'Expected a body in UTF-8, got one in another charset; send `content-type: application/json` and UTF-8.',
);
const COMPRESSED = refusal(
  415,
  'Expected a body as it is, got one with a content-encoding; questions are short, send them uncompressed.',
);
