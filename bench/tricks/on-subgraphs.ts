import { YOUNG_GENERATION_MB } from '../../scripts/zellige/young-generation.ts';
import { onTrack } from '../federated/index.ts';
import { playRounds, type Rounds } from '../rounds.ts';
import { type WorkloadName, workloadNamed } from '../workloads/index.ts';
import { type Player, playersFrom, type TricksPlaying } from './player.ts';

/** Over ordinary subgraphs, with the question of the workload. */
export function onSubgraphs(
  workload: WorkloadName,
  playing: TricksPlaying,
): Promise<Rounds<Player>> {
  const { query } = workloadNamed(workload);
  const entry = { name: 'zellige', youngMb: YOUNG_GENERATION_MB } as const;
  return onTrack({ workload, cores: playing.cores, isHiveWanted: false }, async (track) => {
    const players = await playersFrom(playing.tricks, async (trick) =>
      track.enter(await track.start({ ...entry, folder: playing.copied(trick) }), query),
    );
    return await playRounds(players, { ...track, ...playing });
  });
}
