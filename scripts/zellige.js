#!/usr/bin/env node
// The command `zellige` of a checkout, wherever it is called from. Newer Node strips types itself; older Node takes tsx.
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import('./zellige/main.ts');
