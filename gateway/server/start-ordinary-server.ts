import type { BaseContext } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import { Draining } from './draining.ts';
import { showSubgraphErrors } from './errors.ts';
import { sayFaults } from './faults.ts';
import { routeGraphql } from './graphql.ts';
import type { HttpQuestion } from './http-question.ts';
import { routeLife } from './life.ts';
import { listen, openApp, protect } from './open-app.ts';
import type { Listening, Pipeline, Served, ServersGateway } from './serving.ts';
import { endOnUnreadBodies } from './unread-bodies.ts';

/** An engine over subgraphs that know nothing of members, contract and pages. */
export type Ordinary<Context extends BaseContext = BaseContext> = {
  readonly gateway: ServersGateway<Context>;
  readonly pipeline: Pipeline;
  /** Who asks, and until when; made once per request. */
  readonly context: (asked: HttpQuestion) => Context;
  /** Told when a stop can wait no longer: what is under way answers with what it has. */
  readonly hurry: () => void;
};

/** Serves GraphQL alone, with the limits of the large server and none of its pages. */
export async function startOrdinaryServer<Context extends BaseContext>(
  ordinary: Ordinary<Context>,
  listening: Pick<Listening, 'host' | 'port'>,
  logger: FastifyBaseLogger,
): Promise<Served> {
  const app = openApp({ trustedProxies: [] }, logger);
  const draining = new Draining(app);
  endOnUnreadBodies(app);
  await protect(app, []);
  sayFaults(app);
  routeLife(app, { isReady: () => true, isDraining: () => draining.hasBegun });
  const { stop } = await routeGraphql(app, { ...ORDINARY, ...ordinary, engine: ordinary }, logger);
  const url = await listen(app, listening);
  return {
    url,
    close: async () => {
      await draining.run(ordinary.hurry);
      await stop();
    },
  };
}

/** Nobody is told of requests, nothing is refused beyond the server's own limits, and errors are as the subgraphs give them. */
const ORDINARY = {
  began: () => {},
  validationRules: [],
  companions: [],
  format: showSubgraphErrors,
} as const;
