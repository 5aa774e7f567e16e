import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { startContestant } from '../contestants.ts';
import { measuredCore, otherCores, startProgram } from '../processes/index.ts';
import { median, type Result, rounded } from '../result.ts';
import { playRound, type Round } from '../rounds.ts';
import type { FaultsAsk } from './faulty.ts';
import { ask, OF_APOLLO } from './questions.ts';

const CAP_MS = 10_000;
const MEMBERS = z.array(z.object({ code: z.string(), url: z.string() }));

/** Apollo's own gateway over four subgraphs: what a request costs it, and how long it waits for one that hangs. */
export async function besideApollo({ pace, cores, tell }: FaultsAsk): Promise<readonly Result[]> {
  const others = otherCores(cores);
  const subgraphs = startProgram({ command: ['bench/programs/plain-subgraphs.ts'], cores: others });
  const load = startProgram({ command: ['bench/programs/load.ts'], cores: others });
  const started = [subgraphs, load];
  try {
    const members = MEMBERS.parse(await subgraphs.ask('members'));
    const world = { members, memberBody: '', core: measuredCore(cores) };
    const apollo = await startContestant('apollo', world);
    started.unshift(apollo);
    const entrant = { ...apollo, bodies: [OF_APOLLO], bytes: null };
    const length = { forMs: pace.roundMs, connections: 4 };
    await playRound(entrant, load, length);
    const rounds: Round[] = [];
    for (let number = 0; number < pace.rounds; number += 1)
      rounds.push(await playRound(entrant, load, length));
    await subgraphs.ask('hangs', 'd');
    const answering = ask(apollo.url, OF_APOLLO);
    const first = await Promise.race([answering, wait(CAP_MS)]);
    await subgraphs.ask('hangUp');
    const { text } = await answering;
    tell(`apollo, one of four hanging: ${text.slice(-300)}`);
    return [resultOf(rounds, { isWaiting: first === undefined, text })];
  } finally {
    await Promise.all(started.map((each) => each.stop()));
  }
}

type Hung = { readonly isWaiting: boolean; readonly text: string };

function resultOf(rounds: readonly Round[], { isWaiting, text }: Hung): Result {
  const medianOf = (field: keyof Round) => median(rounds.map((each) => each[field]));
  return {
    bench: 'faults',
    gateway: 'apollo',
    what: 'one of 4 hangs',
    cpuMsPerRequest: rounded(medianOf('cpuMsPerRequest')),
    rps: rounded(medianOf('rps')),
    p50Ms: rounded(medianOf('p50Ms')),
    p99Ms: rounded(medianOf('p99Ms')),
    peakRssMb: Math.round(medianOf('peakRssMb')),
    within: isWaiting ? `waits after ${CAP_MS} ms` : 'answered',
    namesMissing: /"(missing|coverage)":/.test(text) ? 'yes' : 'no',
  };
}
