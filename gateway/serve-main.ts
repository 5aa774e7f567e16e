// `zellige serve`: an ordinary federation gateway over any supergraph. Its codes of exit are those of the command.
import './no-telemetry.ts';
import { readFileSync } from 'node:fs';
import { whyNotListening } from './listening.ts';
import { makeLogger } from './logger.ts';

const REFUSED = 1;
const UNASKED = 2;

async function main(): Promise<void> {
  const { readOptions, startServe } = await import('./serve/index.ts'); // behind the switch above
  const reading = readOptions(process.argv.slice(2));
  if (reading.kind === 'refused') return end(reading.says, UNASKED);
  const { options } = reading;
  const sdl = textOf(options.supergraph);
  if (sdl === undefined)
    return end(`Expected a file at ${options.supergraph}, found none that can be read.`, UNASKED);
  const obstacle = await whyNotListening(options);
  if (obstacle !== undefined) return end(obstacle, UNASKED);
  const started = await startServe(options, sdl, makeLogger(process.stdout.isTTY));
  if (started.kind === 'refused') return end(started.says, REFUSED);
  await stopSignal();
  await started.served.close();
  process.exit(0);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A signal, or the end of the command that started it. */
const stopSignal = (): Promise<unknown> =>
  new Promise((resolve) => {
    for (const each of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(each, resolve);
  });

function end(says: string, code: number): void {
  process.stderr.write(`${says}\n`);
  process.exitCode = code;
  if (process.connected) process.disconnect();
}

await main();
