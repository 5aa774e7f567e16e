import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { descendantsOf, environmentWith, freePort, untilReady } from './processes/index.ts';
import { median, type Result, rounded } from './result.ts';

export type StartAsk = { readonly warmStarts: number; readonly tell: (line: string) => void };

type Started = {
  readonly readyMs: number;
  readonly members: number;
  readonly gatewayRssMb: number;
  readonly membersRssMb: number;
  readonly peakRssMb: number;
};

const READY_MS_MAX = 180_000;
/** Memory is read after this, when what starting needs has been given back. */
const SETTLE_MS = 3_000;

/** From `npm start` to the first 200 of `/ready`: once with an empty data folder, then with the databases made. */
export async function start({ warmStarts, tell }: StartAsk): Promise<readonly Result[]> {
  if (process.platform !== 'linux')
    throw new Error(
      `start: expected Linux, which tells the memory of processes, got ${process.platform}.`,
    );
  const folder = mkdtempSync(join(tmpdir(), 'zellige-start-'));
  try {
    const cold = await startOnce(folder);
    tell(`cold: ready after ${Math.round(cold.readyMs)} ms, ${cold.members} members answering`);
    const warm: Started[] = [];
    for (let number = 1; number <= warmStarts; number += 1) {
      const started = await startOnce(folder);
      tell(`warm ${number}: ready after ${Math.round(started.readyMs)} ms`);
      warm.push(started);
    }
    return [resultOf(cold, warm)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<Started> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    env: environmentWith({ HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder }),
    stdio: 'ignore',
    detached: true, // a group of its own, so that npm and all below it can be ended together
  });
  try {
    const origin = `http://127.0.0.1:${port}`;
    await untilReady(`${origin}/ready`, READY_MS_MAX, endOf(child));
    const readyMs = performance.now() - began;
    await wait(SETTLE_MS);
    return { readyMs, members: await answering(origin), ...memoryBelow(child.pid ?? 0) };
  } finally {
    await endGroup(child);
  }
}

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`npm start ended (${code ?? signal}).`));
  });

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await gone;
}

const STATUSES = z.array(z.object({ state: z.string() }));

async function answering(origin: string): Promise<number> {
  const response = await fetch(`${origin}/members`, { headers: { accept: 'application/json' } });
  const statuses = STATUSES.parse(await response.json());
  return statuses.filter(({ state }) => state === 'ANSWERING').length;
}

/** The members' process is told by its program; of the rest the gateway is the largest, for npm and the shell are small. */
function memoryBelow(pid: number) {
  const all = descendantsOf(pid);
  const members = all.filter(({ command }) => command.includes('subgraphs/'));
  const gateway = all
    .filter((each) => !members.includes(each))
    .reduce((a, b) => (a.rssMb >= b.rssMb ? a : b), { rssMb: 0, peakRssMb: 0 });
  return {
    gatewayRssMb: gateway.rssMb,
    membersRssMb: members.reduce((sum, each) => sum + each.rssMb, 0),
    peakRssMb: gateway.peakRssMb,
  };
}

function resultOf(cold: Started, warm: readonly Started[]): Result {
  const medianOf = (field: keyof Started) => median(warm.map((each) => each[field]));
  return {
    bench: 'start',
    gateway: 'stock',
    cpuMsPerRequest: null,
    rps: null,
    p50Ms: null,
    p99Ms: null,
    peakRssMb: Math.round(medianOf('peakRssMb')),
    members: medianOf('members'),
    coldReadyMs: rounded(cold.readyMs),
    warmReadyMs: rounded(medianOf('readyMs')),
    gatewayRssMb: Math.round(medianOf('gatewayRssMb')),
    membersRssMb: Math.round(medianOf('membersRssMb')),
  };
}
