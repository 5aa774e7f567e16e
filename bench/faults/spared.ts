import { setTimeout as wait } from 'node:timers/promises';
import { median, type Result, rounded } from '../result.ts';
import { playRound, type Round } from '../rounds.ts';
import { type Faulty, HANGING } from './faulty.ts';
import { isWithin } from './lateness.ts';
import { ask, ONE_HOP } from './questions.ts';

const RATIO_MAX = 1.1;
const TRIES_MAX = 40;
/** A member that is spared keeps nobody waiting. */
const AT_ONCE_MS = 500;
const RETRY_MS = 1_000;

type Pair = { readonly healthy: Round; readonly open: Round };

/** What a request costs while the breaker of one member is open, beside what it costs while all answer: round by round in the same process. */
export async function spared(faulty: Faulty): Promise<readonly Result[]> {
  const { canned, load, gateway, pace, tell } = faulty;
  const entrant = { ...gateway, bodies: [ONE_HOP], bytes: null };
  const length = { forMs: pace.roundMs, connections: 4 };
  await playRound(entrant, load, { ...length, forMs: pace.warmUpMs });
  const pairs: Pair[] = [];
  for (let number = 1; number <= pace.rounds; number += 1) {
    const healthy = await playRound(entrant, load, length);
    await canned.ask('hangs', HANGING);
    await until(faulty, ({ isWhole, tookMs }) => !isWhole && tookMs < AT_ONCE_MS);
    const open = await playRound(entrant, load, length);
    await canned.ask('hangs', null);
    await until(faulty, ({ isWhole }) => isWhole);
    pairs.push({ healthy, open });
    const [before, after] = [healthy.cpuMsPerRequest, open.cpuMsPerRequest];
    tell(`round ${number}: ${before.toFixed(2)} ms of CPU healthy, ${after.toFixed(2)} ms spared`);
  }
  return resultsOf(pairs);
}

type Seen = { readonly isWhole: boolean; readonly tookMs: number };

async function until({ gateway }: Faulty, isSo: (seen: Seen) => boolean): Promise<void> {
  for (let number = 0; number < TRIES_MAX; number += 1) {
    const { tookMs, text } = await ask(gateway.url, ONE_HOP);
    const isWhole = text.includes('"complete":true');
    if (isSo({ isWhole, tookMs })) return;
    if (tookMs < AT_ONCE_MS) await wait(RETRY_MS);
  }
  throw new Error(`Expected the breaker of ${HANGING} to move within ${TRIES_MAX} questions.`);
}

function resultsOf(pairs: readonly Pair[]): readonly Result[] {
  const ratio = median(
    pairs.map(({ healthy, open }) => open.cpuMsPerRequest / healthy.cpuMsPerRequest),
  );
  const row = (what: string, rounds: readonly Round[]): Result => {
    const medianOf = (field: keyof Round) => median(rounds.map((each) => each[field]));
    return {
      bench: 'faults',
      gateway: 'stock',
      what,
      cpuMsPerRequest: rounded(medianOf('cpuMsPerRequest')),
      rps: rounded(medianOf('rps')),
      p50Ms: rounded(medianOf('p50Ms')),
      p99Ms: rounded(medianOf('p99Ms')),
      peakRssMb: 0,
    };
  };
  return [
    row(
      'all answer',
      pairs.map(({ healthy }) => healthy),
    ),
    {
      ...row(
        'one is spared',
        pairs.map(({ open }) => open),
      ),
      timesHealthy: rounded(ratio),
      within: isWithin(RATIO_MAX, ratio),
    },
  ];
}
