import { extensionOf } from './given-registry.ts';

/** What is published before the gateway is killed, and what it is killed at publishing. */
export const FIRST = { modules: ['MINERALS'], extension: extensionOf('MA') };
export const CHANGED = { modules: ['MINERALS', 'EVENTS'], extension: extensionOf('MA', 'purity') };
