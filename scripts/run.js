// Runs one of our TypeScript programs: `node scripts/run.js PROGRAM.ts ARGUMENTS`. Newer Node strips types itself; older Node takes tsx.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = resolve(process.argv[2]);
process.argv.splice(1, 2, program);
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import(pathToFileURL(program).href);
