import type { Difference } from './compare/difference.ts';
import { type Case, type CaseManner, differencesIn, randomCase, type Served } from './run-case.ts';
import type { OpenEngine } from './serve/engine.ts';
import { openWorld } from './serve/open-world.ts';
import { type Serving, sourcesOf } from './serve/source.ts';

export type Run = {
  readonly open: OpenEngine;
  readonly manner: CaseManner;
  readonly worlds: readonly string[];
  /** The numbers of the cases in each world. */
  readonly places: readonly number[];
};
export type Failure = {
  readonly name: string;
  readonly case: Case;
  readonly served: Served;
  readonly difference: Difference;
};
export type Found = {
  readonly cases: number;
  readonly faulty: number;
  /** Worlds that composition refused. */
  readonly refused: readonly string[];
  readonly failures: readonly Failure[];
};

/** Runs all cases of all worlds, one after the other. */
export async function runCases({ worlds, ...run }: Run): Promise<Found> {
  const founds: Found[] = [];
  for (const seed of worlds) founds.push(await runWorld(seed, run));
  return {
    cases: founds.reduce((sum, each) => sum + each.cases, 0),
    faulty: founds.reduce((sum, each) => sum + each.faulty, 0),
    refused: founds.flatMap(({ refused }) => refused),
    failures: founds.flatMap(({ failures }) => failures),
  };
}

async function runWorld(
  seed: string,
  { open, manner, places }: Omit<Run, 'worlds'>,
): Promise<Found> {
  const world = openWorld(seed);
  if (!world) return { cases: 0, faulty: 0, refused: [seed], failures: [] };
  const serving: Serving = { faults: new Map(), mutations: [] };
  const engine = await open(world.supergraph, sourcesOf(world, serving));
  const served = { world, engine, serving };
  const failures: Failure[] = [];
  let faulty = 0;
  for (const place of places) {
    const name = `${seed}/${place}`;
    const each = randomCase(world, name, manner);
    if (each.faults.size > 0 || each.outage) faulty += 1;
    const differences = await differencesIn(served, each);
    failures.push(...differences.map((difference) => ({ name, case: each, served, difference })));
  }
  await engine.stop();
  return { cases: places.length, faulty, refused: [], failures };
}
