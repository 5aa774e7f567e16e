import { rmSync } from 'node:fs';
import { YOUNG_GENERATION_MB } from '../../scripts/zellige/young-generation.ts';
import { onTrack, type Track } from '../federated/index.ts';
import type { Cores } from '../processes/index.ts';
import { median, type Result, rounded } from '../result.ts';
import { type Entrant, medianOf, type Pace, playRounds, type Round } from '../rounds.ts';
import { type WorkloadName, workloadNamed } from '../workloads/index.ts';
import { TRICKS } from './table.ts';
import type { Trick } from './trick.ts';
import { copyWithout } from './without.ts';

export type TricksAsk = {
  readonly isQuick: boolean;
  readonly cores: Cores;
  readonly tell: (line: string) => void;
};

/** What each trick of our gateway saves: the gateway as it is beside itself without the trick, in turn. */
export async function tricks(asked: TricksAsk): Promise<readonly Result[]> {
  const workloads = [...new Set(TRICKS.map((each) => each.workload))];
  const results: Result[] = [];
  for (const each of workloads) results.push(...(await onWorkload(each, asked)));
  return results;
}

const paceOf = (isQuick: boolean): Pace => ({
  warmUpMs: 2_500,
  roundMs: 1_200,
  rounds: isQuick ? 5 : 11,
  connections: 50,
});

async function onWorkload(name: WorkloadName, asked: TricksAsk): Promise<readonly Result[]> {
  const folders: string[] = [];
  const copied = (trick: Trick | undefined): string => {
    const folder = copyWithout(trick);
    folders.push(folder);
    return folder;
  };
  try {
    const ground = { workload: name, cores: asked.cores, isHiveWanted: false };
    return await onTrack(ground, async (track) => {
      const entrants = await entered(name, track, copied);
      const pace = paceOf(asked.isQuick);
      return resultsOf([...(await playRounds(entrants, { ...track, pace, tell: asked.tell }))]);
    });
  } finally {
    for (const each of folders) rmSync(each, { recursive: true, force: true });
  }
}

/** The gateway without a trick; or as it is, asked in either way. */
type Player = Entrant & { readonly trick: Trick | undefined; readonly isAskedAlone: boolean };

async function entered(
  name: WorkloadName,
  track: Track,
  copied: (trick: Trick | undefined) => string,
): Promise<readonly Player[]> {
  const { query } = workloadNamed(name);
  const enter = async (trick: Trick | undefined) => {
    const entry = { name: 'zellige', youngMb: YOUNG_GENERATION_MB, folder: copied(trick) } as const;
    return { ...(await track.enter(await track.start(entry), query)), trick };
  };
  const whole = await enter(undefined);
  const players: Player[] = [
    { ...whole, isAskedAlone: true, called: 'whole, one each' },
    { ...whole, isAskedAlone: false, called: 'whole, the same' },
  ];
  for (const trick of TRICKS.filter((each) => each.workload === name))
    players.push({
      ...(await enter(trick)),
      ...{ isAskedAlone: trick.isAskedAlone, called: `without: ${trick.name}` },
    });
  return players;
}

type Played = readonly [player: Player, rounds: readonly Round[]];

function resultsOf(played: readonly Played[]): readonly Result[] {
  return played.map(([{ trick, isAskedAlone }, its]) => {
    const [, beside = []] =
      played.find(([each]) => !each.trick && each.isAskedAlone === isAskedAlone) ?? [];
    return {
      bench: 'tricks',
      gateway: 'zellige',
      clients: isAskedAlone ? 'one each' : 'the same',
      without: trick?.name ?? 'nothing',
      cpuMsPerRequest: rounded(medianOf(its, 'cpuMsPerRequest')),
      savesPercent: trick ? rounded(savingOf(beside, its)) : null,
      rps: rounded(medianOf(its, 'rps')),
      p50Ms: rounded(medianOf(its, 'p50Ms')),
      p99Ms: rounded(medianOf(its, 'p99Ms')),
      peakRssMb: Math.round(medianOf(its, 'peakRssMb')),
    };
  });
}

/** Of what a request costs without it: the median over the rounds, each beside that of the same turn. */
export function savingOf(whole: readonly Round[], without: readonly Round[]): number {
  const shares = without.map(
    ({ cpuMsPerRequest }, turn) => (whole[turn]?.cpuMsPerRequest ?? Number.NaN) / cpuMsPerRequest,
  );
  return 100 * (1 - median(shares));
}
