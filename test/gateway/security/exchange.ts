import { type IncomingMessage, request as open } from 'node:http';

/** A request as it goes over the wire: no client adds to it, and none refuses to send it. */
export type HttpRequest = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};
export type HttpAnswer = {
  readonly status: number;
  /** Names in small letters, each as often as it came. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
};

/** One request on a socket of its own, to /graphql unless told. */
export function exchange(
  url: string,
  { method = 'GET', path = '/graphql', headers = {}, body = '' }: HttpRequest,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const length = body.length > 0 ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    const { hostname, port } = new URL(url);
    const sent = open({
      ...{ hostname, port, path, method, agent: false },
      headers: { ...length, ...headers },
    });
    sent.on('error', reject);
    sent.on('response', (answer) => void answerOf(answer).then(resolve, reject));
    sent.end(body);
  });
}

async function answerOf(answer: IncomingMessage): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const { rawHeaders, statusCode = 0 } = answer;
  const headers = rawHeaders.flatMap((name, place) =>
    place % 2 === 0 ? [[name.toLowerCase(), rawHeaders[place + 1] ?? ''] as const] : [],
  );
  return { status: statusCode, headers, body: Buffer.concat(chunks).toString('utf8') };
}
