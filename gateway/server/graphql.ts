import type { BaseContext } from '@apollo/server';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { refuseLargeAnswers } from './answer-bytes.ts';
import { readBodies, refuseOtherLetters } from './bodies.ts';
import { refuseLongDocuments } from './document-bytes.ts';
import { openApollo } from './open-apollo.ts';
import { openHandler } from './pipeline/index.ts';
import type { Handling, Piped, Pipeline } from './serving.ts';

type Open = <Context extends BaseContext>(
  piped: Piped<Context>,
  logger: FastifyBaseLogger,
) => Promise<Handling>;
const PIPELINES: Readonly<Record<Pipeline, Open>> = { apollo: openApollo, zellige: openHandler };

/** POST and GET /graphql, as graphql-over-http says: GET for queries, without any special header. What comes back stops its engine. */
export async function routeGraphql<Context extends BaseContext>(
  app: FastifyInstance,
  piped: Piped<Context>,
  logger: FastifyBaseLogger,
): Promise<Pick<Handling, 'stop'>> {
  const { handler, stop } = await PIPELINES[piped.pipeline](piped, logger);
  readBodies(app);
  app.route({
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], // the last three are answered 405
    url: '/graphql',
    config: { rateLimit: {} },
    preParsing: refuseOtherLetters,
    preHandler: refuseLongDocuments,
    onSend: refuseLargeAnswers,
    handler,
  });
  return { stop };
}
