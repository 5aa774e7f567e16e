import { BlockList, isIP } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The metrics as Prometheus reads them, for callers from these networks alone. */
export function routeMetrics(
  app: FastifyInstance,
  metrics: () => Promise<string>,
  networks: readonly string[],
): void {
  const allowed = listOf(networks);
  app.get('/metrics', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return isFrom(allowed, request)
      ? reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics())
      : reply.code(403).type('text/plain; charset=utf-8').send(`${REFUSED}\n`);
  });
}

const REFUSED =
  'The metrics are for who runs this gateway: ask from its own machine, or from a network that its setting metricsNetworks names.';

/** Whoever comes through a proxy that is not trusted has the proxy's address, which may be this machine's: it says nothing of the caller. */
function isFrom(allowed: BlockList, { ip, socket, headers }: FastifyRequest): boolean {
  const isRelayed = RELAYED.some((header) => headers[header] !== undefined);
  if (isRelayed && ip === socket.remoteAddress) return false;
  return isIP(ip) !== 0 && allowed.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}

const RELAYED = ['forwarded', 'x-forwarded-for', 'via'] as const;

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of networks) {
    const [address = '', bits] = each.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
