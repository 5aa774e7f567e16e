import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** Answers a request whose address cannot be read. No hook sees it, so the headers that protect come with it. */
export function sayUnreadable(_fault: FastifyError, _request: FastifyRequest, reply: FastifyReply) {
  void reply.code(400).headers(HEADERS).send(bodyOf(BAD_ADDRESS));
}

/** Answers what is no request in HTTP, comes too slowly or has headers that are too long, and hangs up. */
export function answerUnreadable(fault: Error & { readonly code?: string }, socket: Socket): void {
  if (fault.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, says] = FAULTS[fault.code ?? ''] ?? [400, NO_HTTP];
  if (socket.writable) socket.write(answerOf(status, bodyOf(says)));
  socket.destroy(fault);
}

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  connection: 'close',
} as const;

const BAD_ADDRESS =
  'Expected an address whose signs behind % can be read, got another; write a % as %25.';
const NO_HTTP = 'Expected a request in HTTP/1.1, got one that cannot be read.';
const FAULTS: Readonly<Record<string, readonly [status: number, says: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [
    408,
    'Expected a request within its time, got one that came too slowly.',
  ],
  HPE_HEADER_OVERFLOW: [431, 'Expected at most 16 KiB of headers, got more.'],
};

const bodyOf = (message: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });

function answerOf(status: number, body: string): string {
  const headers = { ...HEADERS, 'content-length': String(Buffer.byteLength(body)) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}
