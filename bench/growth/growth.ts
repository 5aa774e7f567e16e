import { type Result, rounded } from '../result.ts';
import { medianOf } from '../rounds.ts';
import { AXES } from './axes.ts';
import { type Curve, exponentOf } from './curve.ts';
import type { GrowthAsk, Measured } from './growing.ts';
import { overMembers } from './over-members.ts';
import { overSubgraphs } from './over-subgraphs.ts';

/** What a request costs our gateway as members, rows, hops and aliases grow. */
export async function growth(asked: GrowthAsk): Promise<readonly Result[]> {
  const measured = [await overMembers(asked)];
  for (const axis of AXES) measured.push(await overSubgraphs(axis, asked));
  asked.draw(measured.map(curveOf));
  return measured.flatMap(resultsOf);
}

const curveOf = ({ of, sized }: Measured): Curve => ({
  of,
  points: sized.map(([size, its]) => ({ size, cpuMs: medianOf(its, 'cpuMsPerRequest') })),
});

/** A line for each size; the largest tells the power by which the cost has grown. */
function resultsOf(measured: Measured): readonly Result[] {
  const { of, sized } = measured;
  const power = rounded(exponentOf(curveOf(measured)));
  return sized.map(([size, its], place) => ({
    bench: 'growth',
    gateway: 'zellige',
    of,
    size,
    cpuMsPerRequest: rounded(medianOf(its, 'cpuMsPerRequest')),
    rps: rounded(medianOf(its, 'rps')),
    p50Ms: rounded(medianOf(its, 'p50Ms')),
    p99Ms: rounded(medianOf(its, 'p99Ms')),
    peakRssMb: Math.round(medianOf(its, 'peakRssMb')),
    loopDelayP99Ms: rounded(medianOf(its, 'loopDelayP99Ms')),
    power: place === sized.length - 1 ? power : null,
  }));
}
