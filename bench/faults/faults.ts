import { z } from 'zod';
import { startContestant, usageOf } from '../contestants.ts';
import { measuredCore, otherCores, startProgram } from '../processes/index.ts';
import type { Result } from '../result.ts';
import { besideApollo } from './beside-apollo.ts';
import type { FaultsAsk } from './faulty.ts';
import { lateness } from './late-answers.ts';
import { spared } from './spared.ts';

const ROWS = '10';
const MEMBERS = z.array(z.object({ code: z.string(), url: z.string() }));

/** One member of 54 hangs: how late answers are, and what they cost once it is spared; and Apollo's own gateway in such a case. */
export async function faults(asked: FaultsAsk): Promise<readonly Result[]> {
  const cores = otherCores(asked.cores);
  const canned = startProgram({ command: ['bench/programs/canned-members.ts', ROWS], cores });
  const load = startProgram({ command: ['bench/programs/load.ts'], cores });
  const started = [canned, load];
  try {
    const members = MEMBERS.parse(await canned.ask('members'));
    const world = { members, memberBody: '', core: measuredCore(asked.cores) };
    const gateway = await startContestant('stock', world);
    started.unshift(gateway);
    const faulty = { ...asked, canned, load, gateway };
    const late = await lateness(faulty);
    const cheap = await spared(faulty);
    const { peakRssMb } = await usageOf(gateway);
    const ours = [...late, ...cheap].map((each) => ({ ...each, peakRssMb: Math.round(peakRssMb) }));
    return [...ours, ...(await besideApollo(asked))];
  } finally {
    await Promise.all(started.map((each) => each.stop()));
  }
}
