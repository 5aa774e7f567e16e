// `npm run gateway`: the gateway alone, over the members of its configuration.
import './no-telemetry.ts';
import { existsSync } from 'node:fs';
import { type Config, readConfig } from './config.ts';
import { whyNotListening } from './listening.ts';
import { makeLogger } from './logger.ts';

async function main(): Promise<void> {
  const reading = readConfig();
  if (reading.kind === 'refused') return end(reading.faults);
  const { config } = reading;
  const obstacle = await obstacleTo(config);
  if (obstacle !== undefined) return end([obstacle]);
  const logger = makeLogger(process.stdout.isTTY);
  const { startGateway } = await import('./start-gateway.ts'); // Apollo is loaded when nothing stands in the way
  const served = await startGateway(config, logger).catch((fault: Error) => fault);
  if (served instanceof Error) {
    if (!isForeseen(served)) logger.error({ err: served }, 'The gateway could not start.');
    return end([served.message]);
  }
  const signal = await stopSignal();
  logger.info({ signal }, 'The gateway is stopping.');
  await served.close();
  process.exit(0);
}

const obstacleTo = (config: Config): Promise<string | undefined> =>
  config.members.length === 0 && isNew(config)
    ? Promise.resolve(NO_MEMBERS)
    : whyNotListening(config);

/** Its sentence says all that there is to know, and bears a code. */
const isForeseen = (fault: Error): boolean =>
  'code' in fault && fault.code === 'REGISTRY_UNAVAILABLE';

/** Where there is a registry, its members may be enough. */
const isNew = ({ registryDatabase }: Config): boolean =>
  registryDatabase.startsWith('sqlite:') && !existsSync(registryDatabase.slice('sqlite:'.length));

const NO_MEMBERS =
  'members: expected at least one member, got none; name them in zellige.config.json or in MEMBERS, as in MEMBERS="MA=https://minerals.example/graphql".';

const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const each of ['SIGINT', 'SIGTERM'] as const) process.once(each, resolve);
  });

function end(faults: readonly string[]): void {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
}

await main();
