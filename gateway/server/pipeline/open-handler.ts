import type { BaseContext } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { together } from '../companion.ts';
import { showing, statusOfRefusals } from '../errors.ts';
import { httpQuestion } from '../http-question.ts';
import { readsParts } from '../incremental.ts';
import type { Handling, Piped } from '../serving.ts';
import { type Answering, answerQuestion, UNREADABLE } from './answer-question.ts';
import { bodyOfAnswer } from './body-of-answer.ts';
import { mediaTypeFor, USUAL } from './media-type.ts';
import { openEngine } from './open-engine.ts';
import { parseQuestion } from './parse-question.ts';

/** Answers requests to /graphql as Apollo Server does with our settings; what is the same for all that ask a question is done once. */
export async function openHandler<Context extends BaseContext>(
  piped: Piped<Context>,
): Promise<Handling> {
  const engine = await openEngine(piped.engine, piped.validationRules);
  const answering: Answering<Context> = {
    engine,
    accompany: together([statusOfRefusals, ...piped.companions]),
    show: showing(piped.format),
  };
  return {
    handler: (request, reply) => {
      const context = piped.context(httpQuestion(request, reply));
      piped.began(request, context);
      return handle(answering, context, { request, reply });
    },
    stop: engine.stop,
  };
}

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };

/** What is not read as a question is refused as an object, so that those who watch the server see its code. */
async function handle<Context>(
  answering: Answering<Context>,
  context: Context,
  { request, reply }: Exchange,
): Promise<unknown> {
  const preferred = mediaTypeFor(request);
  reply.type(preferred ?? USUAL);
  const reading = parseQuestion(request);
  if (reading.kind === 'refused') return refuse(reading, { request, reply });
  if (!preferred && !readsParts(request.headers.accept))
    return refuse(UNREADABLE, { request, reply });
  if (reading.question.isPersisted) reply.header('cache-control', NOT_KEPT);
  const asker = { context, canRead: preferred !== undefined };
  const answer = await answerQuestion(answering, reading.question, asker);
  reply.code(answer.status);
  if (answer.status === 405) reply.header('allow', 'POST');
  return bodyOfAnswer(answer);
}

/** Clients that name a question by its hash shall ask anew each time. */
const NOT_KEPT = 'private, no-cache, must-revalidate';

type Refusal = { readonly status: number; readonly says: string };

function refuse({ status, says }: Refusal, { reply }: Exchange): object {
  reply.code(status);
  if (status === 405) reply.header('allow', 'GET, POST');
  return { errors: [{ message: says, extensions: { code: 'BAD_REQUEST' } }] };
}
