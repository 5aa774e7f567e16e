import { z } from 'zod';
import { type Contestant, usageOf } from './contestants.ts';
import type { Program } from './processes/index.ts';
import { median } from './result.ts';

/** A contestant that is known to answer the question, and by how many bytes. */
export type Entrant = Contestant & {
  /** The question; or several, of which each client asks one. */
  readonly bodies: readonly string[];
  readonly bytes: number | null;
  /** In the lines of progress, where its name is not enough. */
  readonly called?: string;
  /** Whether each of its requests comes from somebody else, so that none may share what another was answered. */
  readonly isAskedAlone?: boolean;
};
/** Whether all requests come from one client, or each from another. */
export const clientsOf = (isAskedAlone: boolean): string =>
  isAskedAlone ? 'one each' : 'the same';

export type Rounds<E extends Entrant = Entrant> = ReadonlyMap<E, readonly Round[]>;

/** How long and how often is measured. */
export type Pace = {
  readonly warmUpMs: number;
  readonly roundMs: number;
  readonly rounds: number;
  readonly connections: number;
};

export const FULL: Pace = { warmUpMs: 8_000, roundMs: 8_000, rounds: 5, connections: 20 };
/** Both row counts end within 120 s on two processors. */
export const QUICK: Pace = { warmUpMs: 2_500, roundMs: 2_800, rounds: 3, connections: 20 };

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
  readonly loopDelayP99Ms: number;
  /** Of one processor, so that 1 is a process that had always something to do. */
  readonly busy: number;
  readonly requests: number;
};

export type Playing = {
  readonly load: Program;
  readonly canned: Program;
  readonly pace: Pace;
  readonly tell: (line: string) => void;
};

/** Warms each entrant up, then lets them take turns, so that what else the machine does falls on all alike. */
export async function playRounds<E extends Entrant>(
  entrants: readonly E[],
  { load, canned, pace, tell }: Playing,
): Promise<Rounds<E>> {
  const { warmUpMs: forMs, connections } = pace;
  for (const entrant of entrants) await playRound(entrant, load, { forMs, connections });
  const asked = await askedCount(canned);
  const rounds = new Map(entrants.map((each) => [each, [] as Round[]]));
  for (let number = 1; number <= pace.rounds; number += 1)
    for (const entrant of entrants) {
      const round = await playRound(entrant, load, { forMs: pace.roundMs, connections });
      rounds.get(entrant)?.push(round);
      tell(
        `${entrant.called ?? entrant.name} round ${number}: ${round.cpuMsPerRequest.toFixed(2)} ms of CPU`,
      );
    }
  const isNew = (await askedCount(canned)) - asked;
  if (isNew > NEW_SHARE_MAX * [...rounds.values()].flat().reduce(countRequests, 0))
    throw new Error(
      'Expected members to be asked what they were asked before, for canned answers are measured.',
    );
  return rounds;
}

/** Where asks come together otherwise than before, or a member is asked for more rows, now and then an answer is not kept yet. */
const NEW_SHARE_MAX = 0.01;
const countRequests = (sum: number, { requests }: Round): number => sum + requests;

type Length = { readonly forMs: number; readonly connections: number };

/** The load ends with its last answer, so the time used in between is that of the requests counted. */
export async function playRound(entrant: Entrant, load: Program, length: Length): Promise<Round> {
  const { url, bodies, bytes, name, isAskedAlone } = entrant;
  const before = await usageOf(entrant);
  const run = RUN.parse(await load.ask('run', { url, bodies, bytes, isAskedAlone, ...length }));
  const after = await usageOf(entrant);
  if (run.failures > 0)
    throw new Error(
      `Expected right answers of ${name}, got ${run.failures} others of ${run.requests}.`,
    );
  const cpuMs = after.cpuMs - before.cpuMs;
  return {
    cpuMsPerRequest: cpuMs / run.requests,
    rps: (run.requests * 1000) / run.elapsedMs,
    p50Ms: run.p50Ms,
    p99Ms: run.p99Ms,
    peakRssMb: after.peakRssMb,
    loopDelayP99Ms: after.loopDelayP99Ms,
    busy: cpuMs / run.elapsedMs,
    requests: run.requests,
  };
}

const askedCount = async (canned: Program) =>
  z.array(z.string()).parse(await canned.ask('asked')).length;

/** A figure of an entrant: the median over its rounds. */
export const medianOf = (rounds: readonly Round[], field: keyof Round): number =>
  median(rounds.map((each) => each[field]));
