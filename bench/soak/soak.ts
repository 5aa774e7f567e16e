import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { freePort, type Program, startProgram, untilReady } from '../processes/index.ts';
import { type Figures, type HeapSample, leastOf, type Resources, slopeOf } from './figures.ts';
import { isBackTo } from './verdicts.ts';

export type SoakAsk = {
  readonly minutes: number;
  readonly clients: number;
  readonly tell: (line: string) => void;
};

/** A quarter of the members. AMSG is not among them, for who gives all names has a test of its own. */
const FLAPPING = 'BF,CD,DZ,EG,GH,GN,MA,ML,MZ,NE,SN,TZ,ZA,ZM'.split(',');
const READY_MS_MAX = 180_000;
/** Sockets without work end by themselves: those of the gateway after seconds, those of the members' server later. */
const BACK_MS_MAX = 90_000;
const BASELINE_MS = 12_000;
const HEAP_EVERY_MS = 5_000;
/** This share of the run fills caches and lets code be compiled. */
const WARM_UP_SHARE = 1 / 3;
const WARM_UP_MS_MAX = 300_000;

type World = { readonly members: Program; readonly gateway: Program; readonly load: Program };

/** The gateway under full load over real members, of which some flap. */
export async function soak(ask: SoakAsk): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-soak-'));
  const started: Program[] = [];
  try {
    return await run(await open(folder, ask, started), ask);
  } finally {
    await Promise.all(started.reverse().map((each) => each.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(folder: string, ask: SoakAsk, started: Program[]): Promise<World> {
  const start = (command: readonly string[], environment = {}) => {
    const program = startProgram({ command, environment, cores: null });
    started.push(program);
    return program;
  };
  ask.tell('The members load their seeds.');
  const members = start(['bench/programs/soak-members.ts', folder, FLAPPING.join(',')]);
  const addresses = JSON.stringify(await members.ask('addresses'));
  const port = String(await freePort());
  const environment = environmentOf(addresses, port, folder);
  const gateway = start(['bench/programs/watched.ts', 'gateway/main.ts'], environment);
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(`${origin}/ready`, READY_MS_MAX, gateway.ended);
  const clients = String(ask.clients);
  return {
    members,
    gateway,
    load: start(['bench/programs/soak-load.ts', `${origin}/graphql`, clients]),
  };
}

const environmentOf = (members: string, port: string, folder: string) => ({
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: port,
  DATA_DIR: folder,
  MEMBERS: members,
  ALLOW_PRIVATE_MEMBERS: 'true',
});

async function run(world: World, { minutes, clients, tell }: SoakAsk): Promise<Figures> {
  const { members, gateway, load } = world;
  const before = await held(gateway, BASELINE_MS);
  tell(`Before: ${JSON.stringify(before)}`);
  await members.ask('flap');
  await load.ask('start');
  const heap = await watchHeap(gateway, minutes * 60_000, tell);
  const delay = DELAY.parse(await gateway.ask('delay'));
  await load.ask('stop');
  await members.ask('calm');
  const after = await backTo(before, gateway);
  tell(`After: ${JSON.stringify(after)}`);
  const { faults, ...told } = TOLD.parse(await load.ask('told'));
  const unhandled = z.array(z.string()).parse(await gateway.ask('unhandled'));
  return {
    minutes,
    clients,
    flapping: FLAPPING.length,
    ...told,
    nameless: faults,
    heap,
    heapSlopeMbPerMinute: slopeOf(heap),
    delayP50Ms: delay.p50Ms,
    delayP99Ms: delay.p99Ms,
    before,
    after,
    unhandledRejections: unhandled.length,
    said: [...told.said, ...unhandled.slice(0, 3)],
  };
}

const DELAY = z.object({ p50Ms: z.number(), p99Ms: z.number() });
const TOLD = z.object({
  requests: z.number(),
  complete: z.number(),
  serverErrors: z.number(),
  faults: z.number(),
  said: z.array(z.string()),
});
const RESOURCES = z.record(z.string(), z.number());

/** The heap after the warm-up, until the time is over; the delay is that of the same time. */
async function watchHeap(
  gateway: Program,
  forMs: number,
  tell: SoakAsk['tell'],
): Promise<readonly HeapSample[]> {
  const began = performance.now();
  await wait(Math.min(forMs * WARM_UP_SHARE, WARM_UP_MS_MAX));
  await gateway.ask('heap');
  await gateway.ask('forgetDelay');
  const samples: HeapSample[] = [];
  while (performance.now() - began < forMs) {
    await wait(HEAP_EVERY_MS);
    const minute = (performance.now() - began) / 60_000;
    const mb = z.number().parse(await gateway.ask('heap'));
    samples.push({ minute, mb });
    tell(`${minute.toFixed(1)} min: ${mb.toFixed(1)} MB`);
  }
  return samples;
}

/** What the gateway holds while nobody asks: members are asked about themselves now and then, which is not counted. */
async function held(gateway: Program, forMs: number): Promise<Resources> {
  const seen: Resources[] = [];
  for (const began = performance.now(); performance.now() - began < forMs; await wait(1_000))
    seen.push(RESOURCES.parse(await gateway.ask('resources')));
  return leastOf(seen);
}

async function backTo(before: Resources, gateway: Program): Promise<Resources> {
  const seen: Resources[] = [];
  const began = performance.now();
  do {
    await wait(1_000);
    seen.push(RESOURCES.parse(await gateway.ask('resources')));
  } while (!isBackTo(before, leastOf(seen)) && performance.now() - began < BACK_MS_MAX);
  return leastOf(seen);
}
