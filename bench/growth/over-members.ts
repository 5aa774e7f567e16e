import { z } from 'zod';
import { type Contestant, startContestant } from '../contestants.ts';
import { measuredCore, otherCores, type Program, startProgram } from '../processes/index.ts';
import { faultIn, MEMBER_QUESTION, QUESTION } from '../question.ts';
import { type Entrant, playRounds, type Round } from '../rounds.ts';
import type { GrowthAsk, Measured } from './growth.ts';
import { paceOf } from './over-subgraphs.ts';

const MEMBERS = [5, 18, 54, 162];
const ROWS_EACH = 10;
const ADDRESSES = z.array(z.object({ code: z.string(), url: z.string() }));

/** The question of scatter, over so many members: each count with a gateway of its own, for members are given at its start. */
export async function overMembers(asked: GrowthAsk): Promise<Measured> {
  const sized: (readonly [size: number, rounds: readonly Round[]])[] = [];
  for (const size of MEMBERS) {
    asked.tell(`growth of members: ${size}`);
    sized.push([size, await roundsOver(size, asked)]);
  }
  return { of: 'members', sized };
}

async function roundsOver(count: number, asked: GrowthAsk): Promise<readonly Round[]> {
  const cores = otherCores(asked.cores);
  const command = ['bench/programs/canned-members.ts', String(ROWS_EACH), String(count)];
  const canned = startProgram({ command, cores });
  const load = startProgram({ command: ['bench/programs/load.ts'], cores });
  const started: Program[] = [load, canned];
  try {
    const members = ADDRESSES.parse(await canned.ask('members'));
    const core = measuredCore(asked.cores);
    const world = { members, memberBody: MEMBER_QUESTION, core };
    const contestant = await startContestant('zellige', world);
    started.unshift(contestant);
    const entrant = await entered(contestant, count);
    const pace = paceOf(asked.isQuick, 20);
    const rounds = await playRounds([entrant], { load, canned, pace, tell: asked.tell });
    return [...rounds.values()].flat();
  } finally {
    await Promise.all(started.map((each) => each.stop()));
  }
}

async function entered(contestant: Contestant, members: number): Promise<Entrant> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const answer = await fetch(contestant.url, { method: 'POST', headers, body: QUESTION });
  const text = await answer.text();
  const fault = faultIn(text, { members, rowsEach: ROWS_EACH });
  if (fault !== undefined) throw new Error(`${members} members: ${fault}`);
  return { ...contestant, body: QUESTION, bytes: Buffer.byteLength(text) };
}
