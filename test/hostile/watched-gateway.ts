import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort, startProgram, untilReady } from '../../bench/processes/index.ts';
import { ENGINE } from '../config.ts';
import { generateWorld } from '../oracle/rows/generate-world.ts';
import { serveMember } from '../oracle/world-over-http.ts';

/** A gateway in a process of its own, which tells what it spends and holds. */
export type WatchedGateway = {
  readonly origin: string;
  readonly post: (body: string) => Promise<Spent>;
  /** In use after a full collection. */
  readonly heapMb: () => Promise<number>;
  /** How much more it held at most while this was done, garbage included. */
  readonly heldMbBy: (work: () => Promise<void>) => Promise<number>;
  readonly close: () => Promise<void>;
};
/** What became of a request, and the processor time of the gateway for it. */
export type Spent = {
  readonly status: number;
  /** Of its first error; none where it was answered. */
  readonly code: string | undefined;
  readonly cpuMs: number;
};

const READY_MS_MAX = 60_000;

type Address = { readonly code: string; readonly url: string };

/** Four members in this process, each on a port of its own; the gateway's process is theirs no more than a client's. It may find others at their addresses. */
export async function openWatchedGateway(
  placed: (members: readonly Address[]) => Promise<readonly Address[]> = (same) =>
    Promise.resolve(same),
): Promise<WatchedGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'zellige-hostile-'));
  const { members } = generateWorld('hostile', { states: 3, most: 4, withBody: true });
  const served = await Promise.all(members.map((each) => serveMember(each, folder)));
  const addresses = await placed(served.map(({ code, url }) => ({ code, url })));
  const port = String(await freePort());
  const program = startProgram({
    command: ['bench/programs/watched.ts', 'gateway/main.ts'],
    environment: {
      NODE_ENV: 'production',
      ENGINE,
      PORT: port,
      DATA_DIR: folder,
      MEMBERS: JSON.stringify(addresses),
      ALLOW_PRIVATE_MEMBERS: 'true',
      DEADLINE_MS: '30000',
    },
    cores: null,
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(`${origin}/ready`, READY_MS_MAX, program.ended);
  const told = async (name: string) => z.number().parse(await program.ask(name));
  return {
    origin,
    heapMb: () => told('heap'),
    heldMbBy: async (work) => {
      await program.ask('watchHeld');
      await work();
      return await told('heldMore');
    },
    post: async (body) => {
      const before = await told('cpuMs');
      const outcome = await outcomeOf(`${origin}/graphql`, body);
      return { ...outcome, cpuMs: (await told('cpuMs')) - before };
    },
    close: async () => {
      await program.stop();
      await Promise.all(served.map((each) => each.close()));
      await rm(folder, { recursive: true });
    },
  };
}

async function outcomeOf(url: string, body: string): Promise<Omit<Spent, 'cpuMs'>> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body });
  const code = CODE.exec(await answer.text())?.[1];
  return { status: answer.status, code };
}

/** The texts of hostile questions are not taken apart here: what they spend is the gateway's. */
const CODE = /"extensions":\{"code":"(\w+)"/;
