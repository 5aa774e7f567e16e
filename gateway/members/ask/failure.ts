import type { MemberAddress } from '../member.ts';
import { type Outcome, placeOf, silence } from './outcome.ts';

type Limits = { readonly answerBytesMax: number; readonly headerBytesMax: number };

/** What a failed exchange was, in a sentence for the agency: what came, where, and what is due. */
export function failure(member: MemberAddress, error: unknown, limits: Limits): Outcome {
  const code = codeOf(error);
  const at = placeOf(member);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return {
      ...broken(member, `more than ${limits.answerBytesMax} bytes in one answer from ${at}`),
      mayBeTheQuestion: true,
    };
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return broken(member, `more than ${limits.headerBytesMax} bytes of headers from ${at}`);
  if (isNoHttp(error)) return broken(member, `what is no HTTP from ${at} where HTTP/1.1 is due`);
  const what = KNOWN[code] ?? (TLS.test(code) ? 'TLS could not be agreed on' : messageOf(error));
  return silence(
    'UNREACHABLE',
    `${member.code} could not be reached at ${at}: ${what}${code ? ` (${code})` : ''}.`,
  );
}

const broken = ({ code }: MemberAddress, sent: string): Outcome =>
  silence('PROTOCOL_ERROR', `${code} sent ${sent}.`);

const CLOSED = 'the connection was closed before the answer was whole';

/** What the codes of sockets, names and certificates mean. */
const KNOWN: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: CLOSED,
  EPIPE: CLOSED,
  UND_ERR_SOCKET: CLOSED,
  HPE_INVALID_EOF_STATE: CLOSED,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: CLOSED,
  UND_ERR_CONNECT_TIMEOUT: 'no connection came about',
  ETIMEDOUT: 'no connection came about',
  EHOSTUNREACH: 'no way leads there',
  ENETUNREACH: 'no way leads there',
  ENOTFOUND: 'its name has no address',
  EAI_AGAIN: 'its name could not be looked up',
  ADDRESS_FORBIDDEN:
    'its name has an address in a private or reserved network, which is asked only where an operator allows it',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody but itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody that is trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody that is trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by nobody that is trusted',
};
const TLS = /^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_)|^EPROTO$/;

/** Whether the other side closed the connection. */
export const closedUnderUs = (error: unknown): boolean => KNOWN[codeOf(error)] === CLOSED;

const isNoHttp = (error: unknown): boolean =>
  partOf(error, 'name') === 'HTTPParserError' && !(codeOf(error) in KNOWN);

const codeOf = (error: unknown): string => String(partOf(error, 'code') ?? '');
const messageOf = (error: unknown): string => String(partOf(error, 'message')).slice(0, 200);

/** What fails below us need not be an error of this realm. */
const partOf = (error: unknown, name: 'code' | 'message' | 'name'): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
