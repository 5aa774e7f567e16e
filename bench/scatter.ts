import { onContinent } from './continent.ts';
import type { Cores } from './processes/index.ts';
import { profileOf } from './profile.ts';
import { questionsApart } from './question.ts';
import { type Result, rounded, type ScatterName } from './result.ts';
import { clientsOf, type Entrant, medianOf, type Pace, playRounds, type Rounds } from './rounds.ts';

export type ScatterAsk = {
  readonly gateways: readonly ScatterName[];
  /** How many rows each member holds; each count is measured by itself. */
  readonly rowsEach: readonly number[];
  readonly pace: Pace;
  readonly cores: Cores;
  /** Folder for the profile of one more round, which is not counted; null makes none. */
  readonly profiles: string | null;
  readonly tell: (line: string) => void;
};

/** One page over 54 members: what it costs a gateway, beside the least that it can cost. */
export async function scatter(ask: ScatterAsk): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const rowsEach of ask.rowsEach) results.push(...(await overMembersOf(rowsEach, ask)));
  return results;
}

const MEMBERS = 54;

/** Only our own engine answers equal questions once, so it alone is asked both ways. */
function crowdsOf(entrant: Entrant, { connections }: Pace): readonly Crowd[] {
  const apart = { ...entrant, bodies: questionsApart(connections), isAskedAlone: true };
  if (entrant.name !== 'zellige') return [apart];
  return [{ ...entrant, isAskedAlone: false }, apart].map((each) => ({
    ...each,
    called: `${each.name}, ${clientsOf(each.isAskedAlone)}`,
  }));
}
type Crowd = Entrant & { readonly isAskedAlone: boolean };

const overMembersOf = (rowsEach: number, ask: ScatterAsk): Promise<readonly Result[]> =>
  onContinent({ members: MEMBERS, rowsEach, cores: ask.cores }, async (continent) => {
    const entrants: Crowd[] = [];
    for (const name of ask.gateways) {
      ask.tell(`${name} starts; ${MEMBERS} members of ${rowsEach} rows`);
      entrants.push(...crowdsOf(await continent.enter(name), ask.pace));
    }
    const rounds = await playRounds(entrants, { ...continent, ...ask });
    tellComplaints(entrants, ask);
    const profiling = { ...ask, load: continent.load, what: `scatter-${rowsEach}` };
    if (ask.profiles) await profileOf(entrants, { ...profiling, folder: ask.profiles });
    return resultsOf(rounds, rowsEach);
  });

/** What a server writes under load costs it time and is seldom meant; its last line is told. */
function tellComplaints(entrants: readonly Entrant[], { tell }: ScatterAsk): void {
  for (const { name, complaints } of entrants) {
    const last = complaints().trimEnd().split('\n').at(-1);
    if (last) tell(`${name} wrote on standard error, last: ${last}`);
  }
}

function resultsOf(rounds: Rounds<Crowd>, rowsEach: number): readonly Result[] {
  const floors = [...rounds].flatMap(([{ name }, its]) => (name === 'floor' ? its : []));
  const floor = medianOf(floors, 'cpuMsPerRequest');
  return [...rounds].map(([{ name, isAskedAlone }, its]) => {
    const cpuMs = medianOf(its, 'cpuMsPerRequest');
    return {
      bench: 'scatter',
      gateway: name,
      rowsEach,
      clients: clientsOf(isAskedAlone),
      cpuMsPerRequest: rounded(cpuMs),
      timesFloor: floor > 0 ? rounded(cpuMs / floor) : null,
      rps: rounded(medianOf(its, 'rps')),
      p50Ms: rounded(medianOf(its, 'p50Ms')),
      p99Ms: rounded(medianOf(its, 'p99Ms')),
      peakRssMb: Math.round(medianOf(its, 'peakRssMb')),
      loopDelayP99Ms: rounded(medianOf(its, 'loopDelayP99Ms')),
      requests: its.reduce((sum, each) => sum + each.requests, 0),
    };
  });
}
