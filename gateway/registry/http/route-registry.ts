import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LIMITS } from '../../limits/index.ts';
import type { Publication } from '../publication.ts';
import type { Published, Registry } from '../registry.ts';
import type { Answered } from '../tokens.ts';
import { bearerOf } from './bearer.ts';
import { sayFaults, sayRefusal } from './say.ts';

type OfMember = { readonly Params: { readonly code: string } };
type OfToken = { readonly Params: { readonly id: string } };

/** The registry over HTTP, under a path of its own. What is read may be read by everybody, as on the page of members; only tokens are the operator's. */
export function routeRegistry(app: FastifyInstance, registry: Registry): void {
  const max = LIMITS.registryRequestsPerMinuteMax;
  app.addHook('onRequest', app.rateLimit({ max }));
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('cache-control', 'no-store');
    done();
  });
  sayFaults(app);
  routePublishing(app, registry);
  routeReading(app, registry);
  routeTokens(app, registry);
}

const BODY = { bodyLimit: LIMITS.registryBodyBytesMax };

function routePublishing(app: FastifyInstance, registry: Registry): void {
  const asked = (request: FastifyRequest<OfMember>) => ({
    member: request.params.code,
    token: bearerOf(request),
    body: request.body,
  });
  app.post<OfMember>('/members/:code/publications', BODY, async (request, reply) =>
    sayPublished(reply, await registry.publish(asked(request))),
  );
  app.post<OfMember>('/members/:code/rollbacks', BODY, async (request, reply) =>
    sayPublished(reply, await registry.rollback(asked(request))),
  );
  app.post<OfMember>('/members/:code/withdrawals', BODY, async (request, reply) =>
    sayPublished(reply, await registry.withdraw(asked(request))),
  );
}

const sayPublished = (reply: FastifyReply, published: Published) =>
  published.kind === 'refused'
    ? sayRefusal(reply, published.refusal)
    : reply.code(201).send({ ...published.publication, served: published.served });

function routeReading(app: FastifyInstance, registry: Registry): void {
  app.get<OfMember>('/members/:code/publications', async (request) => ({
    member: request.params.code,
    publications: await registry.history(request.params.code),
  }));
  app.get('/members', () => ({
    number: registry.state().number,
    members: registry.newest().flatMap(asMember),
  }));
}

/** Who is withdrawn is listed no more; the history has it. */
const asMember = ({ member: code, number, url, ...publication }: Publication) => {
  const { contractVersion, extension, hash, kind, modules, when, who } = publication;
  if (url === null) return [];
  return [{ code, number, kind, url, modules, contractVersion, extension, who, when, hash }];
};

function routeTokens(app: FastifyInstance, { tokens }: Registry): void {
  app.get('/tokens', async (request, reply) =>
    sayAnswered(reply, await tokens.list(bearerOf(request)), (list) =>
      reply.send({ tokens: list }),
    ),
  );
  app.post('/tokens', BODY, async (request, reply) =>
    sayAnswered(reply, await tokens.create(bearerOf(request), request.body), (token) =>
      reply.code(201).send(token),
    ),
  );
  app.delete<OfToken>('/tokens/:id', async (request, reply) =>
    sayAnswered(reply, await tokens.revoke(bearerOf(request), request.params.id), (token) =>
      reply.send(token),
    ),
  );
}

const sayAnswered = <Value>(
  reply: FastifyReply,
  answered: Answered<Value>,
  say: (value: Value) => FastifyReply,
) => (answered.kind === 'refused' ? sayRefusal(reply, answered.refusal) : say(answered.value));
