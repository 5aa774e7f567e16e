import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort, type Program, startProgram, untilReady } from '../processes/index.ts';
import { median, type Result, rounded } from '../result.ts';
import { composing } from './composing.ts';
import { type Publisher, publishedFrom } from './published-from.ts';

export type PublishAsk = { readonly rounds: number; readonly tell: (line: string) => void };

const CONNECTIONS = [0, 50] as const;
const COMPOSED_MEMBERS = [5, 54, 500] as const;
const READY_MS_MAX = 120_000;

/** A change of Morocco's extension goes from a file to those who ask, while nobody asks and while many do; and how composing grows with members. */
export async function publish({ rounds, tell }: PublishAsk): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-publish-'));
  const started: Program[] = [];
  try {
    const world = await open(folder, started);
    await publishedOnce(world, true); // code is compiled, and the member's modules are known from now on
    await publishedOnce(world, false);
    const results: Result[] = [];
    for (const connections of CONNECTIONS)
      results.push(await underLoad(world, { connections, rounds, tell }));
    for (const members of COMPOSED_MEMBERS) {
      const [result, tookMs] = await composing(members, rounds);
      tell(`composing ${members} extensions: ${Math.round(tookMs)} ms`);
      results.push(result);
    }
    return results;
  } finally {
    await Promise.all(started.reverse().map((each) => each.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

type World = {
  readonly gateway: Program;
  readonly load: Program;
  readonly publisher: Publisher;
  readonly fileOf: FileOf;
};
/** Where an extension is, with a field of it or without. */
type FileOf = (isWhole: boolean) => string;

async function open(folder: string, started: Program[]): Promise<World> {
  const start = (command: readonly string[], environment = {}) => {
    const program = startProgram({ command, environment, cores: null });
    started.push(program);
    return program;
  };
  const members = start(['bench/programs/soak-members.ts', folder, '', 'AMSG,MA,ZM']);
  const addresses = ADDRESSES.parse(await members.ask('addresses'));
  const port = String(await freePort());
  const gateway = start(['bench/programs/watched.ts', 'gateway/main.ts'], {
    ...{ NODE_ENV: 'production', HOST: '127.0.0.1', PORT: port, DATA_DIR: folder },
    ...{ MEMBERS: JSON.stringify(addresses), ALLOW_PRIVATE_MEMBERS: 'true', DEADLINE_MS: '30000' },
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(`${origin}/ready`, READY_MS_MAX, gateway.ended);
  return {
    gateway,
    load: start(['bench/programs/publish-load.ts', `${origin}/graphql`]),
    publisher: {
      origin,
      token: readFileSync(join(folder, 'operator-token'), 'utf8').trim(),
      url: addresses.find(({ code }) => code === 'MA')?.url ?? '',
    },
    fileOf: filesIn(folder),
  };
}

const ADDRESSES = z.array(z.object({ code: z.string(), url: z.string() }));

/** Morocco's extension, each time in words that nobody has composed before. */
function filesIn(folder: string): FileOf {
  const whole = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');
  const without = whole.replace(/^ {2}"P2O5 content of the ore.*\n {2}oreGrade: Quantity\n/m, '');
  if (without === whole)
    throw new Error('Expected the field oreGrade in the extension of Morocco.');
  const file = join(folder, 'extension.graphql');
  let edition = 0;
  return (isWhole) => {
    edition += 1;
    writeFileSync(file, `${isWhole ? whole : without}\n# edition ${edition}\n`);
    return file;
  };
}

const publishedOnce = ({ publisher, fileOf }: World, isWhole: boolean): Promise<number> =>
  publishedFrom(fileOf(isWhole), isWhole, publisher);

type Round = PublishAsk & { readonly connections: number };

async function underLoad(world: World, { connections, rounds, tell }: Round): Promise<Result> {
  const { gateway, load } = world;
  if (connections > 0) await load.ask('start', connections);
  await gateway.ask('forgetDelay');
  const tookMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    tookMs.push(await publishedOnce(world, round % 2 === 0));
    tell(`${connections} connections: served after ${Math.round(tookMs.at(-1) ?? 0)} ms`);
  }
  const delay = DELAY.parse(await gateway.ask('delay'));
  const told = connections > 0 ? TOLD.parse(await load.ask('stop')) : NOBODY;
  return {
    bench: 'publish',
    gateway: 'stock',
    cpuMsPerRequest: null,
    rps: null,
    p50Ms: null,
    p99Ms: null,
    peakRssMb: Math.round(z.number().parse(await gateway.ask('peakRssMb'))),
    connections,
    servedMs: rounded(median(tookMs)),
    slowestMs: rounded(Math.max(...tookMs)),
    loopDelayP99Ms: rounded(delay.p99Ms),
    loopDelayMaxMs: rounded(delay.maxMs),
    ...told,
  };
}

const DELAY = z.object({ p99Ms: z.number(), maxMs: z.number() });
const TOLD = z.object({ answers: z.number(), failed: z.number(), mixed: z.number() });
const NOBODY = { answers: 0, failed: 0, mixed: 0 };
