import { z } from 'zod';
import { type Contestant, startContestant } from './contestants.ts';
import {
  type Cores,
  measuredCore,
  otherCores,
  type Program,
  startProgram,
} from './processes/index.ts';
import { type Expected, faultIn, MEMBER_QUESTION, QUESTION } from './question.ts';
import type { ScatterName } from './result.ts';
import type { Entrant } from './rounds.ts';

/** Members that answer, a load that asks, and gateways between them. */
export type Continent = {
  readonly load: Program;
  readonly canned: Program;
  /** Starts a gateway from these sources, which ends with the continent; it must answer the question first. */
  readonly enter: (name: ScatterName, folder?: string) => Promise<Entrant>;
};

export type ContinentAsk = Expected & { readonly cores: Cores };

const ADDRESSES = z.array(z.object({ code: z.string(), url: z.string() }));

/** Starts the members of a continent, plays over them, and ends all. */
export async function onContinent<Found>(
  asked: ContinentAsk,
  play: (continent: Continent) => Promise<Found>,
): Promise<Found> {
  const cores = otherCores(asked.cores);
  const holds = [String(asked.rowsEach), String(asked.members)];
  const canned = startProgram({ command: ['bench/programs/canned-members.ts', ...holds], cores });
  const load = startProgram({ command: ['bench/programs/load.ts'], cores });
  const started: Program[] = [load, canned];
  const enter: Continent['enter'] = async (name, folder) => {
    const members = ADDRESSES.parse(await canned.ask('members'));
    const world = { members, memberBody: MEMBER_QUESTION, core: measuredCore(asked.cores) };
    const contestant = await startContestant(name, { ...world, ...(folder && { folder }) });
    started.unshift(contestant);
    return entrantOf(contestant, asked);
  };
  try {
    return await play({ load, canned, enter });
  } finally {
    await Promise.all(started.map((each) => each.stop()));
  }
}

async function entrantOf(contestant: Contestant, expected: Expected): Promise<Entrant> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await fetch(contestant.url, { method: 'POST', headers, body: QUESTION });
  const text = await answer.text();
  const fault = faultIn(text, expected);
  if (fault === undefined)
    return { ...contestant, bodies: [QUESTION], bytes: Buffer.byteLength(text) };
  throw new Error(`${contestant.name} does not answer the question. ${fault}`);
}
