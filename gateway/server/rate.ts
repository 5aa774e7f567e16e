import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import type { RefusalCode } from '../../schema/index.ts';
import { LIMITS } from '../limits/index.ts';

export type Rate = { readonly requestsPerMinuteMax: number; readonly rateLimitLoopback: boolean };

/**
 * Counts the requests of each client address, IPv6 by /64, where a route asks for it. Once viewers differ they are counted by viewer too.
 * What an address has asked is forgotten when too many others ask; a store of all addresses would grow without end.
 */
export async function limitRates(
  app: FastifyInstance,
  { requestsPerMinuteMax, rateLimitLoopback }: Rate,
): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: requestsPerMinuteMax,
    timeWindow: 60_000,
    cache: LIMITS.rateAddressesMax,
    ipv6Subnet: 64,
    allowList: (request) => !rateLimitLoopback && isOfThisMachine(request),
    errorResponseBuilder: (_request, { max, ttl }) => refusal(max, ttl),
  });
}

const CODE: RefusalCode = 'RATE_EXCEEDED';

function refusal(max: number, ttl: number): Error {
  const says = `Expected at most ${max} requests a minute from one address, got more. Wait ${Math.ceil(ttl / 1000)} seconds, as Retry-After says.`;
  return Object.assign(new Error(says), { code: CODE, statusCode: 429 });
}

/** Who comes through a proxy that is not trusted has the proxy's address, which may be this machine's: it is not of this machine. */
function isOfThisMachine({ ip, socket, headers }: FastifyRequest): boolean {
  const isRelayed = RELAYED.some((header) => headers[header] !== undefined);
  if (isRelayed && ip === socket.remoteAddress) return false;
  return ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'loopback';
}

const RELAYED = ['forwarded', 'x-forwarded-for', 'via'] as const;
