import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in, and how to answer it. */
export type Came = {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};
export type Reply = (reply: ServerResponse, came: Came) => void;

export type SubgraphServer = {
  readonly url: string;
  /** All that has come so far. */
  readonly came: readonly Came[];
  readonly sockets: () => number;
  readonly close: () => Promise<void>;
};

/** A server that does with each request what a test says. */
export async function openSubgraphServer(reply: Reply): Promise<SubgraphServer> {
  const came: Came[] = [];
  const sockets = new Set<object>();
  const server = createServer(async (request, response) => {
    sockets.add(request.socket);
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const { method, url: path, headers } = request;
    const each = { method, path, headers, body };
    came.push(each);
    reply(response, each);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql?of=test`,
    came,
    sockets: () => sockets.size,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export const json =
  (body: unknown, status = 200): Reply =>
  (reply) =>
    void reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

export const text =
  (body: string, status = 200): Reply =>
  (reply) =>
    void reply.writeHead(status, { 'content-type': 'text/html' }).end(body);
