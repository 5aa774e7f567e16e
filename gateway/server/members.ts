import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { memberPage, noMemberPage } from './member-page.ts';
import { membersPage } from './members-page.ts';
import type { Serving } from './serving.ts';

type Members = Pick<Serving, 'members' | 'member'>;
type Refreshing = { readonly Querystring: Readonly<Record<string, unknown>> };
type OfMember = { readonly Params: { readonly code: string } };

/** How the members stand, all and each: pages, or JSON for who asks for it. */
export function routeMembers(app: FastifyInstance, { members, member }: Members): void {
  app.get<Refreshing>('/members', async (request, reply) => {
    const rows = await members();
    const isRefreshing = request.query.refresh !== undefined;
    return say(request, reply, { value: rows, page: () => membersPage(rows, isRefreshing) });
  });
  app.get<OfMember>('/members/:code', async (request, reply) => {
    const { code } = request.params;
    const found = await member(code);
    if (found) return say(request, reply, { value: found, page: () => memberPage(found) });
    const error = `There is no member ${code}; /members lists all by their codes, in capital letters.`;
    reply.code(404);
    return say(request, reply, { value: { error }, page: () => noMemberPage(code) });
  });
}

type Said = { readonly value: unknown; readonly page: () => string };

function say(request: FastifyRequest, reply: FastifyReply, { value, page }: Said) {
  reply.header('vary', 'accept').header('cache-control', 'no-store');
  return request.accepts().type(['html', 'json']) === 'json'
    ? reply.send(value)
    : reply.type('text/html; charset=utf-8').send(page());
}
