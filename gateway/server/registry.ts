import type { FastifyInstance } from 'fastify';
import { refuseOtherLetters } from './bodies.ts';

/** The registry's routes, with its own words for what goes wrong. It comes after /graphql, which reads bodies as they are read here too. */
export async function routeRegistry(
  app: FastifyInstance,
  routes: (app: FastifyInstance) => void,
): Promise<void> {
  await app.register(
    (registry, _options, done) => {
      registry.addHook('preParsing', refuseOtherLetters);
      routes(registry);
      done();
    },
    { prefix: '/registry' },
  );
}
