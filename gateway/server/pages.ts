import type { FastifyInstance } from 'fastify';
import { assetAt, explorerPage } from '../web/index.ts';

/** The explorer and what pages load. */
export function routePages(app: FastifyInstance): void {
  const explorer = explorerPage();
  app.get('/', (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(explorer),
  );
  app.get<{ readonly Params: { readonly version: string; readonly name: string } }>(
    '/assets/:version/:name',
    async ({ params }, reply) => {
      const asset = await assetAt(params.version, params.name);
      if (asset === undefined) return reply.callNotFound();
      return reply.type(asset.type).header('cache-control', FOR_GOOD).send(asset.body);
    },
  );
}

const FOR_GOOD = 'public, max-age=31536000, immutable';
