import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/**
 * Whether the gateway may ask at this address: https outside private networks, or anything on HTTP where the operator allows it.
 * A password in an address would end in logs and pages, so there is none. A name is judged as written; what it resolves to is judged
 * whenever a socket is opened.
 */
export function isAllowedAddress(text: string, allowsPrivate: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  if (allowsPrivate) return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && isPublicHost(hostname);
}

function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  if (host === '' || LOCAL.test(host)) return false;
  return isIP(host) === 0 || isPublicAddress(host);
}

/** Names that only a private network answers to (RFC 6761, 6762, 8375 and ICANN's `internal`). */
const LOCAL = /(^|\.)(localhost|local|internal|home\.arpa)$/;
