export { isAllowedAddress } from './allowed-address.ts';
export type { BreakerStatus } from './breaker.ts';
export type { Lookup } from './connector.ts';
export { type Asking, type AskLimits, type AskParts, openAsking } from './open-asking.ts';
export { type OpenWire, openWire, type Wire, type WireParts } from './open-wire.ts';
