import type { FastifyInstance } from 'fastify';
import type { MemberStatus } from '../members/index.ts';
import { membersPage } from './members-page.ts';

/** How the members stand: a page, or JSON for who asks for it. */
export function routeMembers(app: FastifyInstance, members: () => readonly MemberStatus[]): void {
  app.get<{ readonly Querystring: Readonly<Record<string, unknown>> }>(
    '/members',
    (request, reply) => {
      reply.header('vary', 'accept').header('cache-control', 'no-store');
      return request.accepts().type(['html', 'json']) === 'json'
        ? reply.send(members())
        : reply
            .type('text/html; charset=utf-8')
            .send(membersPage(members(), request.query.refresh !== undefined));
    },
  );
}
