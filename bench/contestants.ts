import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { YOUNG_GENERATION_MB } from '../scripts/zellige/young-generation.ts';
import {
  freePort,
  type Program,
  type ProgramStart,
  startProgram,
  untilReady,
} from './processes/index.ts';
import { PAGE_ROWS } from './question.ts';
import type { GatewayName, ScatterName } from './result.ts';

/** A server that is measured: where it answers, and what it uses. */
export type Contestant = Program & { readonly name: GatewayName; readonly url: string };

export type MemberAddress = { readonly code: string; readonly url: string };
export type World = {
  readonly members: readonly MemberAddress[];
  /** What the floor asks each member. */
  readonly memberBody: string;
  readonly core: string | null;
  /** Where the sources are that are started; those of this process where nobody says. */
  readonly folder?: string;
};

export const READY_MS_MAX = 60_000;

export async function startContestant(name: ScatterName, world: World): Promise<Contestant> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'zellige-bench-'));
  const sources = world.folder === undefined ? {} : { folder: world.folder };
  const how = STARTS[name](world, port, folder);
  const program = startProgram({ ...how, ...sources, cores: world.core });
  const stop = async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  return whenReady(
    { ...program, stop, name, url: `${origin}/graphql` },
    untilReady(`${origin}/ready`, READY_MS_MAX, program.ended),
  );
}

/** The contestant, once it is ready; stopped where it does not become so. */
export async function whenReady(contestant: Contestant, ready: Promise<void>): Promise<Contestant> {
  try {
    await ready;
  } catch (error) {
    await contestant.stop();
    throw error;
  }
  return contestant;
}

export type How = Pick<ProgramStart, 'command' | 'environment' | 'nodeSwitches'>;
/** As an operator runs it; graphql-js checks less then. */
export const PRODUCTION = { NODE_ENV: 'production' };
export const MEASURED = 'bench/programs/measured.ts';

type Starting = (world: World, port: number, folder: string) => How;

const STARTS: Readonly<Record<ScatterName, Starting>> = {
  zellige: ourGateway('zellige'),
  stock: ourGateway('apollo'),
  floor: ({ members, memberBody }, port) => {
    const urls = members.map((each) => each.url);
    const given = JSON.stringify({ port, urls, body: memberBody, first: PAGE_ROWS });
    return { command: [MEASURED, 'bench/programs/floor.ts', given], environment: PRODUCTION };
  },
  apollo: ({ members }, port) => {
    const given = JSON.stringify({ port, members });
    return {
      command: [MEASURED, 'bench/programs/apollo-gateway.ts', given],
      environment: PRODUCTION,
    };
  },
};

function ourGateway(engine: 'zellige' | 'apollo'): Starting {
  return ({ members }, port, folder) => ({
    command: [MEASURED, 'gateway/main.ts'],
    nodeSwitches: youngSwitches(YOUNG_GENERATION_MB),
    environment: {
      ...PRODUCTION,
      ENGINE: engine,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: folder,
      MEMBERS: JSON.stringify(members),
      ALLOW_PRIVATE_MEMBERS: 'true',
      DEADLINE_MS: '30000',
    },
  });
}

/** Null leaves Node what it takes by itself. */
export const youngSwitches = (megabytes: number | null): readonly string[] =>
  megabytes === null ? [] : [`--max-semi-space-size=${megabytes}`];

const USAGE = z.object({
  cpuMs: z.number(),
  peakRssMb: z.number(),
  loopDelayP99Ms: z.number(),
});
export type Usage = z.infer<typeof USAGE>;
export const usageOf = async (contestant: Contestant): Promise<Usage> =>
  USAGE.parse(await contestant.ask('usage'));
