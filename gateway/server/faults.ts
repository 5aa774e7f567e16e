import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { REFUSALS } from '../../schema/index.ts';

/** Every refusal outside GraphQL's own is one sentence, in the form that the caller reads. What we did wrong is logged and not shown. */
export function sayFaults(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    say(
      request,
      reply.code(404),
      `There is no page ${request.method} ${pathOf(request)}; / is the explorer, /graphql the endpoint, /members the members.`,
    ),
  );
  app.setErrorHandler<FastifyError>((fault, request, reply) => {
    const status = fault.statusCode ?? 500;
    if (status < 500) return say(request, reply.code(status), sentenceOf(fault), codeOf(fault));
    request.log.error({ err: fault }, 'A request failed.');
    return say(request, reply.code(status), 'The gateway could not answer.', 'INTERNAL');
  });
}

const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? request.url;

const SENTENCES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'A POST to /graphql has the content type application/json.',
  FST_ERR_CTP_INVALID_JSON_BODY:
    'Expected a body in JSON, got one that cannot be read; no object in it may have the key "__proto__", or a "constructor" with a "prototype".',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is larger than 1 MiB; ask a shorter question.',
};

const sentenceOf = (fault: FastifyError) => SENTENCES[fault.code] ?? fault.message;

const codeOf = ({ code }: FastifyError): string =>
  Object.hasOwn(REFUSALS, code) ? code : 'BAD_REQUEST';

function say(request: FastifyRequest, reply: FastifyReply, sentence: string, code = 'BAD_REQUEST') {
  if (pathOf(request) === '/graphql')
    return reply.send({ errors: [{ message: sentence, extensions: { code } }] });
  return request.accepts().type(['text', 'json']) === 'json'
    ? reply.send({ error: sentence })
    : reply.type('text/plain; charset=utf-8').send(`${sentence}\n`);
}
