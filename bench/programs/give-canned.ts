import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Canned } from './keeping.ts';
import { textOf } from './listen.ts';

export async function giveCanned(
  canned: Canned,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const bytes = await canned(await textOf(request));
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
    });
    response.end(bytes);
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error));
  }
}
