import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Asset, assetAt, explorerPage } from '../web/index.ts';

/** The explorer and what pages load. */
export function routePages(app: FastifyInstance): void {
  const explorer = explorerPage();
  app.get('/', (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(explorer),
  );
  app.get<{ readonly Params: { readonly version: string; readonly name: string } }>(
    '/assets/:version/:name',
    async (request, reply) => {
      const asset = await assetAt(request.params.version, request.params.name);
      if (asset === undefined) return reply.callNotFound();
      return reply
        .type(asset.type)
        .header('cache-control', FOR_GOOD)
        .send(await bodyOf(asset, request, reply));
    },
  );
}

const FOR_GOOD = 'public, max-age=31536000, immutable';

function bodyOf(asset: Asset, request: FastifyRequest, reply: FastifyReply) {
  if (asset.kind === 'text') return asset.text;
  reply.header('vary', 'accept-encoding');
  if (request.accepts().encoding(['gzip']) !== 'gzip') return unzip(asset.bytes);
  reply.header('content-encoding', 'gzip');
  return Buffer.from(asset.bytes);
}

const unzip = promisify(gunzip);
