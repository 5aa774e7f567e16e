import { isObject } from './wire.ts';

/** What a system's name of a failure means, and what to do; the first whose pattern is in the failure's codes. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /ECONNREFUSED/,
    'Nobody listens there: the connection was refused. Start the server, or correct the host and port.',
  ],
  [/ENOTFOUND|EAI_AGAIN/, 'The name of its host is not found. Correct the name, or register it.'],
  [
    /WRONG_VERSION_NUMBER|EPROTO|PACKET_LENGTH/,
    'What listens there does not speak TLS. Write http:// in place of https://, or give the server its certificate.',
  ],
  [/EXPIRED/, 'Its TLS certificate has expired. Renew it.'],
  [/ALTNAME/, 'Its TLS certificate is for another host name. Give it one for the name in the URL.'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ISSUER/,
    'Its TLS certificate is not signed by an authority that is trusted here. Get one from a public authority, or name yours in NODE_EXTRA_CA_CERTS.',
  ],
  [
    /TimeoutError|TIMEOUT|ETIMEDOUT/,
    'It did not answer in time. See that it runs and can be reached from here.',
  ],
  [/AbortError|ABORT/, 'The audit was ended before it answered.'],
  [
    /EHOSTUNREACH|ENETUNREACH/,
    'No way leads there from here. See to the network and its firewalls.',
  ],
  [
    /ERR_INVALID_URL|Failed to parse URL|unknown scheme/,
    'That is no URL of a server. Write one such as https://data.example.org/graphql.',
  ],
  [
    /\bZ_\w+_ERROR|_ERROR_FORMAT_|BrotliDecod|zstd/i,
    'What it sends cannot be unpacked: its `content-encoding` names a compression that its body has not. Send it as it is, or compress it once.',
  ],
  [
    /ECONNRESET|UND_ERR_SOCKET|HPE_|HTTPParser/,
    'It broke the connection off, or speaks no HTTP. Where the server has a TLS certificate, write https:// in place of http://.',
  ],
];

/** Why nothing came from a URL, in one or two sentences. */
export function sayWhySilent(url: string, cause: unknown): string {
  const codes = codesIn(cause);
  const known = REASONS.find(([pattern]) => pattern.test(codes));
  return `${url} does not answer. ${known?.[1] ?? `The connection failed: ${codes}.`}`;
}

/** Names and codes of a failure and of what caused it. */
function codesIn(fault: unknown): string {
  if (!isObject(fault)) return String(fault);
  const { code, name, message } = fault; // an error has some of them from its class
  const named = typeof code === 'string' ? code : `${name}: ${message}`;
  const several = Array.isArray(fault.errors) ? fault.errors.map(codesIn) : [];
  return [named, ...several, ...(fault.cause ? [codesIn(fault.cause)] : [])].join(' ');
}
