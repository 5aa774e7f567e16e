// `npm start [-- --members MA,CD,ZM]`: the gateway in this process, all members in a second one, each with its own database.
// With `--zoo CD=hang` some of them commit faults, for whoever wants to watch.
import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
// Not through the gateway's door, which loads Apollo: the members start meanwhile.
import { readConfig } from '../gateway/config.ts';
import type { Config } from '../gateway/index.ts';
import { whyNotListening } from '../gateway/listening.ts';
import { forkMembers, type MembersProcess } from './members-process.ts';
import { ProgressLine } from './progress-line.ts';
import { forkZoo, type ZooProcess } from './zoo-process.ts';

type Gateway = { readonly url: string; readonly close: () => Promise<void> };

async function main(): Promise<void> {
  const { codes, faults } = asked();
  const reading = readConfig({ ...process.env, MEMBERS: '' });
  if (reading.kind === 'refused') return end(reading.faults.join('\n'));
  const { config } = reading;
  const obstacle = await whyNotListening(config);
  if (obstacle !== undefined) return end(obstacle);
  const zoo = faults === undefined ? HONEST : await forkZoo(faults, codes);
  if (!zoo) return end();
  say(`Zellige starts: its members, each with a database in ${config.dataDir}, and the gateway.`);
  const progress = new ProgressLine(process.stdout);
  const members = forkMembers(codes, config.dataDir, (loaded) => progress.show(loaded));
  const stopping = stopsAll(members);
  const gateway = await startGateway(config, { members, zoo }).catch((fault: Error) => fault);
  progress.end();
  if (gateway instanceof Error) return await stopping.says(gateway.message);
  stopping.closes(gateway);
  say(welcome(gateway.url, (await members.started).length));
}

/** Everybody as they are. */
const HONEST: ZooProcess = { before: (members) => Promise.resolve(members) };

function asked() {
  const { members, zoo: faults } = new Command('npm start --')
    .description('Starts the gateway and its members on this machine.')
    .option('--members <codes>', 'only these members, as in MA,CD,ZM; AMSG is always there')
    .option('--zoo <faults>', 'these members commit these faults, as in CD=hang,ZM=unsorted')
    .parse()
    .opts<{ readonly members?: string; readonly zoo?: string }>();
  const codes = members?.split(',').map((each) => each.trim());
  return { faults, codes: codes && [...new Set(['AMSG', ...codes.filter(Boolean)])] };
}

type Started = { readonly members: MembersProcess; readonly zoo: ZooProcess };

async function startGateway(config: Config, { members, zoo }: Started): Promise<Gateway> {
  const door = await import('../gateway/index.ts');
  const logger = door.makeLogger(process.stderr.isTTY, process.stderr);
  logger.level = 'warn';
  const asked = await zoo.before(await members.started);
  // They are of this machine, where a gateway of the world may not go.
  return door.startGateway({ ...config, members: asked, allowPrivateMembers: true }, logger);
}

/**
 * The gateway goes first, so that what it has begun can still ask the members; two seconds hold for both. While they start nothing is asked,
 * and what members write they write whole or not at all: they end at once.
 */
function stopsAll(members: MembersProcess) {
  let gateway: Gateway | undefined;
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    await Promise.race([gateway?.close(), wait(GATEWAY_MS_MAX)]);
    await members.stop(gateway ? MEMBERS_MS_MAX : 0);
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  void members.ended.then((fault) => {
    if (!isStopping && fault !== '') process.stderr.write(`${fault}\n`);
    return stop(1);
  });
  return {
    says: (fault: string) => {
      process.stderr.write(`${fault}\n`);
      return stop(1);
    },
    closes: (started: Gateway) => {
      gateway = started;
    },
  };
}

const GATEWAY_MS_MAX = 900;
const MEMBERS_MS_MAX = 600;

const QUESTION =
  '{ sites(first: 3) { total { count precision } edges { node { name { value } countryCode } } coverage { complete } } }';

const welcome = (url: string, members: number) => `
${members} members answer at ${url}

  explorer   ${url}/
  members    ${url}/members

Ask from a terminal:
curl -sG ${url}/graphql --data-urlencode 'query=${QUESTION}'

Ctrl+C stops everything.`;

const say = (text: string) => process.stdout.write(`${text}\n`);

function end(fault?: string): void {
  if (fault !== undefined) process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
}

await main();
