import type { Cores } from '../processes/index.ts';
import { profileOf } from '../profile.ts';
import type { Result } from '../result.ts';
import { clientsOf, type Entrant, type Pace, playRounds } from '../rounds.ts';
import { type WorkloadName, workloadNamed } from '../workloads/index.ts';
import type { Entry } from './contestants.ts';
import { type Racer, resultsOf } from './results.ts';
import { onTrack } from './track.ts';

export type Race = {
  readonly bench: string;
  readonly workload: WorkloadName;
  readonly entries: readonly Entry[];
  readonly pace: Pace;
  readonly cores: Cores;
  /** Folder for the profile of one more round of each, which is not counted; null makes none. */
  readonly profiles: string | null;
  readonly tell: (line: string) => void;
};

/** Gateways over the same supergraph and the same subgraphs, in turn: each question from one client, then each from another client. */
export function race(asked: Race): Promise<readonly Result[]> {
  const isHiveWanted = asked.entries.some(({ name }) => name === 'hive');
  const { query } = workloadNamed(asked.workload);
  return onTrack({ ...asked, isHiveWanted }, async ({ load, canned, start, enter }) => {
    const racers: Racer[] = [];
    for (const entry of asked.entries) {
      asked.tell(`${entry.name} starts, young generation ${entry.youngMb ?? 'default'}`);
      racers.push(...racersOf(await enter(await start(entry), query), entry));
    }
    const rounds = await playRounds(racers, { ...asked, load, canned });
    const { profiles: folder, bench: what } = asked;
    if (folder) await profileOf(racers, { ...asked, load, what, folder });
    return resultsOf(asked.bench, rounds);
  });
}

const racersOf = (entrant: Entrant, entry: Entry): readonly Racer[] =>
  [false, true].map((isAskedAlone) => {
    const called = `${entry.name}, ${entry.youngMb ?? 'default'}, ${clientsOf(isAskedAlone)}`;
    return { ...entrant, entry, isAskedAlone, called };
  });
