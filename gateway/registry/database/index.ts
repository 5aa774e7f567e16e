export type { OnStatement } from './data-source.ts';
export { type DatabaseUrl, parseRegistryUrl } from './database-url.ts';
export { openStore, type Store } from './open-store.ts';
export type { Attempt, KnownOperation, Token } from './rows.ts';
export { isOfDatabase, unavailable } from './unavailable.ts';
