import { YOUNG_GENERATION_MB } from '../../scripts/zellige/young-generation.ts';
import { onTrack } from '../federated/index.ts';
import { type Entrant, playRounds } from '../rounds.ts';
import type { Axis } from './axes.ts';
import { type GrowthAsk, type Measured, paceOf } from './growing.ts';

type Sized = Entrant & { readonly size: number };

/** One gateway is asked every size in turn, so that what else the machine does falls on all alike; no request shares an answer with another. */
export function overSubgraphs(axis: Axis, asked: GrowthAsk): Promise<Measured> {
  const { of, workload, sizes, query, connections } = axis;
  asked.tell(`growth of ${of}`);
  return onTrack({ workload, cores: asked.cores, isHiveWanted: false }, async (track) => {
    const contestant = await track.start({ name: 'zellige', youngMb: YOUNG_GENERATION_MB });
    const sized: Sized[] = [];
    for (const size of sizes)
      sized.push({
        ...(await track.enter(contestant, query(size))),
        size,
        isAskedAlone: true,
        called: `${size} ${of}`,
      });
    const pace = paceOf(asked.isQuick, connections);
    const rounds = await playRounds(sized, { ...track, pace, tell: asked.tell });
    return { of, sized: [...rounds].map(([{ size }, its]) => [size, its] as const) };
  });
}
