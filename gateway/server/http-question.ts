import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What HTTP tells of a question, beside the question. */
export type HttpQuestion = {
  readonly headers: IncomingHttpHeaders;
  /** `extensions` of the body or of the address, as they came. */
  readonly extensions: unknown;
  /** Runs once, when the answer is out or the client has left without it. */
  readonly onEnd: (run: (isAnswered: boolean) => void) => void;
};

export function httpQuestion(request: FastifyRequest, { raw }: FastifyReply): HttpQuestion {
  return {
    headers: request.headers,
    extensions: extensionsOf(request),
    onEnd: (run) => {
      if (raw.closed) run(raw.writableFinished);
      else raw.once('close', () => run(raw.writableFinished));
    },
  };
}

function extensionsOf({ method, body, query }: FastifyRequest): unknown {
  if (method !== 'GET') return valueIn(body);
  const text = valueIn(query);
  return typeof text === 'string' ? parsed(text) : undefined;
}

const valueIn = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && 'extensions' in given
    ? given.extensions
    : undefined;

/** Apollo Server refuses a text that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
