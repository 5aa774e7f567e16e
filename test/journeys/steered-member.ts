import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What is done with an answer of a member on its way; decided when the question comes. */
export type Steering =
  | { readonly kind: 'PASSED'; readonly afterMs?: number }
  /** The socket is destroyed when so many bytes of the body are sent, or all but one; with none the ask is hung up on unanswered. */
  | { readonly kind: 'CUT'; readonly atByte: number }
  /** The body is another, and headers beside it; its length tells the truth. */
  | {
      readonly kind: 'BENT';
      readonly bend: (body: string) => string;
      readonly headers?: Headers;
      readonly afterMs?: number;
    }
  | { readonly kind: 'REFUSED'; readonly status: number; readonly headers: Headers };
type Headers = Readonly<Record<string, string>>;

export type SteeredMember = {
  readonly url: string;
  /** The questions that came, in order. */
  readonly asked: readonly string[];
  readonly close: () => void;
};

/** A real member behind a hand that delays, cuts or bends what it says, question by question. */
export async function openSteered(
  memberUrl: string,
  steer: (question: string) => Steering,
): Promise<SteeredMember> {
  const asked: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const question = await textOf(request);
    const steering = steer(question);
    asked.push(question);
    const headers = { 'content-type': 'application/json' };
    const answered = await fetch(memberUrl, { method: 'POST', headers, body: question });
    const body = await answered.text();
    response.statusCode = answered.status;
    response.setHeader('content-type', headers['content-type']);
    await give(response, body, steering);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listens) => server.once('listening', listens));
  return {
    asked,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function give(response: ServerResponse, body: string, steering: Steering): Promise<void> {
  if (steering.kind === 'CUT') return await cut(response, Buffer.from(body), steering.atByte);
  if (steering.kind === 'REFUSED')
    return void response.writeHead(steering.status, steering.headers).end();
  await wait(steering.afterMs ?? 0, undefined, { ref: false });
  if (steering.kind !== 'BENT') return void response.end(body);
  for (const [name, value] of Object.entries(steering.headers ?? {}))
    response.setHeader(name, value);
  response.end(steering.bend(body));
}

async function cut(response: ServerResponse, body: Buffer, atByte: number): Promise<void> {
  if (atByte === 0) return void response.destroy();
  response.setHeader('content-length', body.length);
  await new Promise((sent) =>
    response.write(body.subarray(0, Math.min(atByte, body.length - 1)), sent),
  );
  response.destroy();
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
