import { z } from 'zod';
import { type Contestant, startContestant } from './contestants.ts';
import {
  type Cores,
  measuredCore,
  otherCores,
  type Program,
  startProgram,
} from './processes/index.ts';
import { profileOf } from './profile.ts';
import { faultIn, MEMBER_QUESTION, QUESTION } from './question.ts';
import { type Result, rounded, type ScatterName } from './result.ts';
import { type Entrant, medianOf, type Pace, playRounds, type Rounds } from './rounds.ts';

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

async function overMembersOf(rowsEach: number, ask: ScatterAsk): Promise<readonly Result[]> {
  const cores = otherCores(ask.cores);
  const command = ['bench/programs/canned-members.ts', String(rowsEach)];
  const canned = startProgram({ command, cores });
  const load = startProgram({ command: ['bench/programs/load.ts'], cores });
  const entrants: Entrant[] = [];
  try {
    for (const name of floorLast(ask.gateways))
      entrants.push(await enter(name, { canned, rowsEach, ask }));
    const rounds = await playRounds(entrants, { load, canned, ...ask });
    tellComplaints(entrants, ask);
    const profiling = { ...ask, load, what: `scatter-${rowsEach}` };
    if (ask.profiles) await profileOf(entrants, { ...profiling, folder: ask.profiles });
    return resultsOf(rounds, rowsEach);
  } finally {
    await Promise.all([...entrants, load, canned].map((each) => each.stop()));
  }
}

/** What a server writes under load costs it time and is seldom meant; its last line is told. */
function tellComplaints(entrants: readonly Entrant[], { tell }: ScatterAsk): void {
  for (const { name, complaints } of entrants) {
    const last = complaints().trimEnd().split('\n').at(-1);
    if (last) tell(`${name} wrote on standard error, last: ${last}`);
  }
}

/** The floor asks the members what the gateway before it was seen to ask them. */
const floorLast = (names: readonly ScatterName[]) =>
  [...names].sort((a, b) => Number(a === 'floor') - Number(b === 'floor'));

type Entering = { readonly canned: Program; readonly rowsEach: number; readonly ask: ScatterAsk };
const MEMBERS = z.array(z.object({ code: z.string(), url: z.string() }));
const BODIES = z.array(z.string());

async function enter(name: ScatterName, { canned, rowsEach, ask }: Entering): Promise<Entrant> {
  ask.tell(`${name} starts; 54 members of ${rowsEach} rows`);
  const members = MEMBERS.parse(await canned.ask('members'));
  const asked = BODIES.parse(await canned.ask('asked'));
  const memberBody = asked.findLast((body) => body.includes('sites')) ?? MEMBER_QUESTION;
  const core = measuredCore(ask.cores);
  const contestant = await startContestant(name, { members, memberBody, core });
  const answer = await answerOf(contestant);
  const fault = faultIn(answer, { members: members.length, rowsEach });
  if (fault === undefined)
    return { ...contestant, body: QUESTION, bytes: Buffer.byteLength(answer) };
  await contestant.stop();
  throw new Error(`${name} does not answer the question. ${fault}`);
}

async function answerOf({ url }: Contestant): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: QUESTION });
  return await answer.text();
}

function resultsOf(rounds: Rounds, rowsEach: number): readonly Result[] {
  const floors = [...rounds].flatMap(([{ name }, its]) => (name === 'floor' ? its : []));
  const floor = medianOf(floors, 'cpuMsPerRequest');
  return [...rounds].map(([{ name }, its]) => {
    const cpuMs = medianOf(its, 'cpuMsPerRequest');
    return {
      bench: 'scatter',
      gateway: name,
      rowsEach,
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
