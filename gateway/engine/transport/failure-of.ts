import { type Failed, failed } from './wire.ts';

/** What went wrong with an exchange, for a client to read: it names no address, since clients have no business with it. */
export function failureOf(error: unknown, hasBegun: boolean): Failed {
  const code = codeOf(error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return failed('SUBGRAPH_TOO_LARGE', 'sent an answer that is larger than its limit');
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return failed('SUBGRAPH_TOO_LARGE', 'sent headers that are larger than their limit');
  const says = `could not be reached: ${WHATS[code] ?? 'there was no HTTP with it'}${code && ` (${code})`}`;
  const failure = failed('SUBGRAPH_UNREACHABLE', says);
  return WHATS[code] === CLOSED && !hasBegun ? { ...failure, wasTired: true } : failure;
}

const CLOSED = 'the connection was closed before its answer was whole';
const NO_CONNECTION = 'no connection came about';

const WHATS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens at its address',
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: CLOSED,
  UND_ERR_CONNECT_TIMEOUT: NO_CONNECTION,
  ETIMEDOUT: NO_CONNECTION,
  EHOSTUNREACH: NO_CONNECTION,
  ENETUNREACH: NO_CONNECTION,
  ENOTFOUND: 'its name has no address',
  EAI_AGAIN: 'its name could not be looked up',
  UND_ERR_DESTROYED: 'the gateway is stopping',
  UND_ERR_CLOSED: 'the gateway is stopping',
};

/** What fails below us need not be an error of this realm. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null ? String(Reflect.get(error, 'code') ?? '') : '';
