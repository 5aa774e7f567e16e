import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A request that is answered before its body has come ends its connection, for else the rest is read for nothing, however long it is. */
export function endOnUnreadBodies(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (hasBody(request) && !request.raw.complete) reply.header('connection', 'close');
    done();
  });
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
