import { rmSync } from 'node:fs';
import type { Cores } from '../processes/index.ts';
import { median, type Result, rounded } from '../result.ts';
import { medianOf, type Pace, type Round, type Rounds } from '../rounds.ts';
import { onMembers } from './on-members.ts';
import { onSubgraphs } from './on-subgraphs.ts';
import type { Player } from './player.ts';
import { TRICKS } from './table.ts';
import type { Trick, TrickGround } from './trick.ts';
import { copyWithout } from './without.ts';

export type TricksAsk = {
  readonly isQuick: boolean;
  readonly cores: Cores;
  readonly tell: (line: string) => void;
};

/** What each trick of our gateway saves: the gateway as it is beside itself without the trick, in turn. */
export async function tricks(asked: TricksAsk): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const ground of ['shop', 'large', 'shipments', 'members'] as const)
    results.push(...(await onGround(ground, asked)));
  return results;
}

/** Large answers keep a gateway busy with few connections. */
const CONNECTIONS: Readonly<Record<TrickGround, number>> = {
  shop: 50,
  large: 4,
  shipments: 50,
  members: 20,
};

async function onGround(ground: TrickGround, asked: TricksAsk): Promise<readonly Result[]> {
  const folders: string[] = [];
  const copied = (trick: Trick | undefined): string => {
    const folder = copyWithout(trick);
    folders.push(folder);
    return folder;
  };
  const playing = {
    ...asked,
    copied,
    tricks: TRICKS.filter(({ on }) => on === ground),
    pace: paceOf(asked.isQuick, CONNECTIONS[ground]),
  };
  try {
    const rounds = ground === 'members' ? onMembers(playing) : onSubgraphs(ground, playing);
    return resultsOf(ground, await rounds);
  } finally {
    for (const each of folders) rmSync(each, { recursive: true, force: true });
  }
}

const paceOf = (isQuick: boolean, connections: number): Pace => ({
  warmUpMs: 2_500,
  roundMs: 1_200,
  rounds: isQuick ? 5 : 11,
  connections,
});

function resultsOf(ground: TrickGround, played: Rounds<Player>): readonly Result[] {
  return [...played].map(([{ trick, isAskedAlone }, its]) => {
    const [, beside = []] =
      [...played].find(([each]) => !each.trick && each.isAskedAlone === isAskedAlone) ?? [];
    return {
      bench: 'tricks',
      gateway: 'zellige',
      on: ground,
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
