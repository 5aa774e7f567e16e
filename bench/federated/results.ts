import { type Result, rounded } from '../result.ts';
import { clientsOf, type Entrant, medianOf, type Round, type Rounds } from '../rounds.ts';
import type { Entry } from './contestants.ts';

export type Racer = Entrant & { readonly entry: Entry; readonly isAskedAlone: boolean };

/** A line for each, beside stock with as much room and asked alike. */
export function resultsOf(bench: string, rounds: Rounds<Racer>): readonly Result[] {
  const stocks = [...rounds].filter(([{ name }]) => name === 'stock');
  return [...rounds].map(([racer, its]) => {
    const [, beside = []] = stocks.find(([each]) => isAlike(each, racer)) ?? [];
    return resultOf(bench, racer, { its, stock: medianOf(beside, 'cpuMsPerRequest') });
  });
}

const isAlike = (a: Racer, b: Racer): boolean =>
  a.isAskedAlone === b.isAskedAlone && a.entry.youngMb === b.entry.youngMb;

type Figures = { readonly its: readonly Round[]; readonly stock: number };

function resultOf(bench: string, racer: Racer, { its, stock }: Figures): Result {
  const cpuMs = medianOf(its, 'cpuMsPerRequest');
  return {
    bench,
    gateway: racer.name,
    youngMb: racer.entry.youngMb ?? 'default',
    clients: clientsOf(racer.isAskedAlone),
    cpuMsPerRequest: rounded(cpuMs),
    ofStock: stock > 0 ? rounded(cpuMs / stock) : null,
    rps: rounded(medianOf(its, 'rps')),
    p50Ms: rounded(medianOf(its, 'p50Ms')),
    p99Ms: rounded(medianOf(its, 'p99Ms')),
    peakRssMb: Math.round(medianOf(its, 'peakRssMb')),
    loopDelayP99Ms: rounded(medianOf(its, 'loopDelayP99Ms')),
    busy: rounded(medianOf(its, 'busy')),
    requests: its.reduce((sum, each) => sum + each.requests, 0),
  };
}
