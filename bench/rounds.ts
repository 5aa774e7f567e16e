import { z } from 'zod';
import { type Contestant, usageOf } from './contestants.ts';
import type { Program } from './processes/index.ts';
import type { GatewayName } from './result.ts';

/** A contestant that is known to answer the question, and by how many bytes. */
export type Entrant = Contestant & { readonly body: string; readonly bytes: number | null };

/** How long and how often is measured. */
export type Pace = {
  readonly warmUpMs: number;
  readonly roundMs: number;
  readonly rounds: number;
  readonly connections: number;
};

export const FULL: Pace = { warmUpMs: 8_000, roundMs: 8_000, rounds: 5, connections: 20 };
/** Both row counts end within 120 s on two processors. */
export const QUICK: Pace = { warmUpMs: 4_000, roundMs: 4_000, rounds: 3, connections: 20 };

const RUN = z.object({
  requests: z.number(),
  failures: z.number(),
  elapsedMs: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
});

export type Round = {
  readonly cpuMsPerRequest: number;
  readonly rps: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly peakRssMb: number;
  readonly requests: number;
};

export type Playing = {
  readonly load: Program;
  readonly canned: Program;
  readonly pace: Pace;
  readonly tell: (line: string) => void;
};

/** Warms each entrant up, then lets them take turns, so that what else the machine does falls on all alike. */
export async function playRounds(
  entrants: readonly Entrant[],
  { load, canned, pace, tell }: Playing,
): Promise<ReadonlyMap<GatewayName, readonly Round[]>> {
  const { warmUpMs: forMs, connections } = pace;
  for (const entrant of entrants) await playRound(entrant, load, { forMs, connections });
  const asked = await askedCount(canned);
  const rounds = new Map(entrants.map(({ name }) => [name, [] as Round[]]));
  for (let number = 1; number <= pace.rounds; number += 1)
    for (const entrant of entrants) {
      const round = await playRound(entrant, load, { forMs: pace.roundMs, connections });
      rounds.get(entrant.name)?.push(round);
      tell(`${entrant.name} round ${number}: ${round.cpuMsPerRequest.toFixed(2)} ms of CPU`);
    }
  if ((await askedCount(canned)) > asked)
    throw new Error(
      'Expected members to be asked what they were asked before, for canned answers are measured.',
    );
  return rounds;
}

type Length = { readonly forMs: number; readonly connections: number };

/** The load ends with its last answer, so the time used in between is that of the requests counted. */
export async function playRound(entrant: Entrant, load: Program, length: Length): Promise<Round> {
  const { url, body, bytes, name } = entrant;
  const before = await usageOf(entrant);
  const run = RUN.parse(await load.ask('run', { url, body, bytes, ...length }));
  const after = await usageOf(entrant);
  if (run.failures > 0)
    throw new Error(
      `Expected right answers of ${name}, got ${run.failures} others of ${run.requests}.`,
    );
  return {
    cpuMsPerRequest: (after.cpuMs - before.cpuMs) / run.requests,
    rps: (run.requests * 1000) / run.elapsedMs,
    p50Ms: run.p50Ms,
    p99Ms: run.p99Ms,
    peakRssMb: after.peakRssMb,
    requests: run.requests,
  };
}

const askedCount = async (canned: Program) =>
  z.array(z.string()).parse(await canned.ask('asked')).length;
