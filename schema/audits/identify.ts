import type { Identity } from './asking.ts';
import { at, objectsAt, shown, textAt } from './reading.ts';
import { isObject, type JsonObject, parseReply, type Reply, type Wire } from './wire.ts';

/** Who answers at a URL: a member, or what stands there instead and what to do. */
export type Identified =
  | { readonly kind: 'member'; readonly member: Identity }
  | { readonly kind: 'unreachable'; readonly says: string };

export const WHO_QUERY = '{ members { list { code contractVersion modules } } }';

export function identify(url: string, wire: Wire): Identified {
  if (wire.kind === 'silent') return unreachable(wire.says);
  const reply = parseReply({ ...wire, ms: 0 });
  if (!reply.isGraphql) return unreachable(`${url} ${whatItIs(wire)}`);
  const list = at(reply.data, 'members', 'list');
  if (!Array.isArray(list)) return unreachable(`${url} ${noMember(reply)}`);
  const [only, ...others] = objectsAt(list);
  if (others.length > 0)
    return unreachable(
      `${url} speaks for ${list.length} members, as a gateway does. Give the URL of one member's own server.`,
    );
  if (!only) return unreachable(`${url} ${SAYS_NOTHING}`);
  return { kind: 'member', member: identityIn(only) };
}

const unreachable = (says: string): Identified => ({ kind: 'unreachable', says });

const SAYS_NOTHING =
  'serves `members`, and its list is empty. Let `members { list }` hold one entry, what the member says of itself.';

function identityIn(entry: JsonObject): Identity {
  const modules = Array.isArray(entry.modules) ? entry.modules.map(String) : [];
  return {
    code: textAt(entry, 'code'),
    contractVersion: textAt(entry, 'contractVersion'),
    modules,
  };
}

/** What answers without being GraphQL. */
function whatItIs({ status, contentType, location, body }: Extract<Wire, { kind: 'replied' }>) {
  if (status >= 300 && status < 400)
    return `sends elsewhere, to ${location ?? 'no place'}. Give the URL of the GraphQL endpoint itself; redirects are not followed.`;
  if (/TLS|HTTPS/i.test(body) && status === 400)
    return 'wants TLS. Write https:// in place of http://.';
  if (status === 401 || status === 403)
    return `answers ${status}: it does not let this audit in. Let it be asked from here without a login.`;
  if (contentType === 'text/html' || /^\s*<(!doctype|html)/i.test(body))
    return `answers with a page for people (${status}, HTML), not with GraphQL. Give the URL of the GraphQL endpoint, often ending in /graphql.`;
  if (body.trim() === '' && status < 500)
    return `answers ${status} with an empty body, which is no GraphQL answer. Give the URL of the GraphQL endpoint; where it is that, see its log.`;
  if (status >= 500) return `answers ${status}: the server fails. See its log.`;
  return `answers ${status} with ${shown(body)}, which is no GraphQL answer. Give the URL of the GraphQL endpoint.`;
}

/** What answers GraphQL without being a member. */
function noMember({ data, errors }: Reply): string {
  const [error] = errors;
  if (isObject(data) && errors.length === 0)
    return 'gives no list of `members`. Let `members { list }` hold one entry, what the member says of itself.';
  return `speaks GraphQL, and does not serve the contract: asked for \`members { list { code contractVersion modules } }\` it says ${shown(error?.message ?? '')}. Serve schema/generated/member.graphql there, or give the member's URL.`;
}
