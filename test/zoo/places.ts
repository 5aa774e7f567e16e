import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import type { Places } from './fault.ts';

/**
 * Addresses at which no member answers. The two certificates are made for this alone, with `openssl ca`, and nobody trusts them: one ended
 * in 2021, one is that of another name.
 */
export async function openPlaces(): Promise<Places & { readonly close: () => void }> {
  const [expired, another] = [tlsServer('expired'), tlsServer('another')];
  const places = {
    closed: 'http://127.0.0.1:1/graphql',
    tlsExpired: `https://127.0.0.1:${await listening(expired)}/graphql`,
    tlsOfAnother: `https://127.0.0.1:${await listening(another)}/graphql`,
  };
  return {
    ...places,
    close: () => {
      expired.close();
      another.close();
    },
  };
}

function tlsServer(name: string): Server {
  const pem = readFileSync(new URL(`tls/${name}.pem`, import.meta.url));
  return createTlsServer({ key: pem, cert: pem }, (_, reply) => void reply.end('{"data":{}}'));
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  return (server.address() as AddressInfo).port;
}
