import type { BaseContext } from '@apollo/server';
import type { FastifyBaseLogger } from 'fastify';
import { Draining } from './draining.ts';
import { showErrors } from './errors.ts';
import { sayFaults } from './faults.ts';
import { routeGraphql } from './graphql.ts';
import { routeLife } from './life.ts';
import { routeMembers } from './members.ts';
import { routeMetrics } from './metrics.ts';
import { observing } from './observing.ts';
import { listen, openApp, protect } from './open-app.ts';
import { routePages } from './pages.ts';
import { limitRates } from './rate.ts';
import { routeRegistry } from './registry.ts';
import type { Listening, Served, Serving } from './serving.ts';
import { endOnUnreadBodies } from './unread-bodies.ts';

/** Serves GraphQL and the pages on one port. */
export async function startServer<Context extends BaseContext>(
  serving: Serving<Context>,
  listening: Listening,
  logger: FastifyBaseLogger,
): Promise<Served> {
  const app = openApp(listening, logger);
  const observed = observing(app, serving.onAnswered);
  const draining = new Draining(app);
  endOnUnreadBodies(app);
  await protect(app, listening.corsOrigins);
  await limitRates(app, listening);
  sayFaults(app);
  routeLife(app, { isReady: serving.isReady, isDraining: () => draining.hasBegun });
  routeMembers(app, serving);
  routeMetrics(app, serving.metrics, listening.metricsNetworks);
  routePages(app);
  const { stop } = await routeGraphql(
    app,
    { ...serving, began: observed.began, format: showErrors(logger) },
    logger,
  );
  if (serving.registry) await routeRegistry(app, serving.registry);
  const url = await listen(app, listening);
  return {
    url,
    close: async () => {
      await draining.run(serving.hurry);
      await stop();
    },
  };
}
