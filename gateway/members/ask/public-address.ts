import ipaddr from 'ipaddr.js';

/** Whether it is an address of the open internet: of one machine, in no range that is private, reserved or carries another address within. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const isGiven = parsed.kind() === 'ipv4' || parsed.match(GLOBAL_UNICAST);
  return isGiven && parsed.range() === 'unicast';
}

/** Of version 6 nothing else has been given out; `::7f00:1` is loopback in older clothes. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');
