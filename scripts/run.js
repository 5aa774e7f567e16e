// Runs one of our TypeScript programs: `node scripts/run.js PROGRAM.ts ARGUMENTS`. Newer Node strips types itself; older Node takes tsx.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// A signal to npm ends the shell between npm and here, which passes nothing on: whoever loses that shell stops as by the signal.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  const stopWhenAlone = () => process.ppid !== shell && process.kill(process.pid, 'SIGTERM');
  setInterval(stopWhenAlone, 100).unref();
}

const program = resolve(process.argv[2]);
process.argv.splice(1, 2, program);
if (!process.features.typescript) (await import('tsx/esm/api')).register();
await import(pathToFileURL(program).href);
