import { BlockList, isIP } from 'node:net';

/**
 * Whether the gateway may ask at this address: https outside private networks, or anything on HTTP where the operator allows it.
 * A password in an address would end in logs and pages, so there is none. Names are judged as written, not by what they resolve to.
 */
export function isAllowedAddress(text: string, allowsPrivate: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  if (allowsPrivate) return protocol === 'http:' || protocol === 'https:';
  return protocol === 'https:' && !isPrivate(hostname);
}

function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  const version = isIP(host);
  return version !== 0 && PRIVATE.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

const NETWORKS = {
  ipv4: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ],
  ipv6: [
    ['::', 127],
    ['fc00::', 7],
    ['fe80::', 10],
  ],
} as const;

const PRIVATE = new BlockList();
for (const [network, bits] of NETWORKS.ipv4) PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of NETWORKS.ipv6) PRIVATE.addSubnet(network, bits, 'ipv6');
