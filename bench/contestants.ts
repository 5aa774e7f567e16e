import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Program, startProgram } from './processes/index.ts';
import { PAGE_ROWS } from './question.ts';
import type { GatewayName } from './result.ts';

/** A server that is measured: where it answers, and what it uses. */
export type Contestant = Program & { readonly name: GatewayName; readonly url: string };

export type MemberAddress = { readonly code: string; readonly url: string };
export type World = {
  readonly members: readonly MemberAddress[];
  /** What each member is asked; the floor asks the same. */
  readonly memberBody: string;
  readonly core: string | null;
};

const READY_MS_MAX = 60_000;
const POLL_MS = 50;

export async function startContestant(name: GatewayName, world: World): Promise<Contestant> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'zellige-bench-'));
  const program = startProgram({ ...STARTS[name](world, port, folder), cores: world.core });
  const stop = async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  try {
    await untilReady(`${origin}/ready`, program);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...program, stop, name, url: `${origin}/graphql` };
}

type How = Pick<Parameters<typeof startProgram>[0], 'command' | 'environment'>;
const MEASURED = 'bench/programs/measured.ts';

const STARTS: Readonly<Record<GatewayName, (world: World, port: number, folder: string) => How>> = {
  stock: ({ members }, port, folder) => ({
    command: [MEASURED, 'gateway/main.ts'],
    environment: {
      ENGINE: 'apollo',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: folder,
      MEMBERS: JSON.stringify(members),
      ALLOW_PRIVATE_MEMBERS: 'true',
      DEADLINE_MS: '30000',
    },
  }),
  floor: ({ members, memberBody }, port) => {
    const urls = members.map((each) => each.url);
    const given = JSON.stringify({ port, urls, body: memberBody, first: PAGE_ROWS });
    return { command: [MEASURED, 'bench/programs/floor.ts', given] };
  },
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Ready before its time is over; an error where the program ends before that. */
async function untilReady(url: string, program: Program): Promise<void> {
  const giveUp = performance.now() + READY_MS_MAX;
  while (performance.now() < giveUp) {
    if (await isReady(url)) return;
    await Promise.race([wait(POLL_MS), program.ended.then(fail)]);
  }
  throw new Error(`Expected ${url} to say 200 within ${READY_MS_MAX} ms, it did not.`);
}

const fail = (why: string) => {
  throw new Error(why);
};

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(1_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

const USAGE = z.object({ cpuMs: z.number(), peakRssMb: z.number() });
export type Usage = z.infer<typeof USAGE>;
export const usageOf = async (contestant: Contestant): Promise<Usage> =>
  USAGE.parse(await contestant.ask('usage'));
