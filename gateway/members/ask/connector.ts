import { lookup as lookupOfSystem } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { isPublicAddress } from './public-address.ts';

/** Finds all addresses of a name. */
export type Lookup = (
  name: string,
  found: (fault: Error | null, addresses: readonly Resolved[]) => void,
) => void;
export type Resolved = { readonly address: string; readonly family: number };

export type Connecting = { readonly allowsPrivate: boolean; readonly lookup?: Lookup };

/** The address that a name has when we connect is judged, not the name, and not what it had a moment before. */
export class ForbiddenAddress extends Error {
  readonly code = 'ADDRESS_FORBIDDEN';
}

/** Connects to members; to private addresses only where that is allowed. */
export function connectorFor({ allowsPrivate, lookup = ofSystem }: Connecting) {
  const judge = (address: string) => allowsPrivate || isPublicAddress(address);
  const connect = buildConnector({ lookup: judging(lookup, judge) });
  const connector: buildConnector.connector = (options, callback) => {
    const { hostname } = options;
    if (isIP(hostname) !== 0 && !judge(hostname)) return callback(forbidden(hostname), null);
    connect(options, callback);
  };
  return connector;
}

const ofSystem: Lookup = (name, found) =>
  lookupOfSystem(name, { all: true }, (fault, addresses) => found(fault, addresses ?? []));

const judging =
  (lookup: Lookup, judge: (address: string) => boolean): LookupFunction =>
  (name, { all }, found) =>
    lookup(name, (fault, addresses) => {
      if (fault) return found(fault, '');
      const stray = addresses.find(({ address }) => !judge(address));
      const [first] = addresses;
      if (stray || !first) return found(forbidden(stray?.address ?? 'none', name), '');
      if (all) found(null, [...addresses]);
      else found(null, first.address, first.family);
    });

const forbidden = (address: string, name?: string) =>
  new ForbiddenAddress(name === undefined ? address : `${name} is ${address}`);
