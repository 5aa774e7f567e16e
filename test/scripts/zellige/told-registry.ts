import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a command asked, as the registry saw it. */
export type Asked = {
  readonly ask: string;
  readonly token: string | undefined;
  readonly body: unknown;
};
export type Reply = { readonly status: number; readonly body: string };

/** Something that listens where the registry would, keeps what it is asked, and answers as told. */
export async function openTold(replyTo: (ask: string) => Reply) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const ask = `${request.method} ${request.url}`;
      asked.push({ ask, token: request.headers.authorization, body });
      const reply = replyTo(ask);
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text === '' ? undefined : JSON.parse(text);
}
