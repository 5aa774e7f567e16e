import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { installHive } from '../hive/index.ts';
import { type Cores, measuredCore, otherCores, startProgram } from '../processes/index.ts';
import type { Result } from '../result.ts';
import { type Entrant, type Pace, playRounds } from '../rounds.ts';
import { composed, expectedOf, type WorkloadName, workloadNamed } from '../workloads/index.ts';
import { type Entry, type Supergraph, startOver } from './contestants.ts';
import { clientsOf, type Racer, resultsOf } from './results.ts';

export type Race = {
  readonly bench: string;
  readonly workload: WorkloadName;
  readonly entries: readonly Entry[];
  readonly pace: Pace;
  readonly cores: Cores;
  readonly tell: (line: string) => void;
};

/** Gateways over the same supergraph and the same subgraphs, in turn: each question from one client, then each from another client. */
export async function race(asked: Race): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-race-'));
  const cores = otherCores(asked.cores);
  const command = ['bench/programs/canned-subgraphs.ts', asked.workload];
  const canned = startProgram({ command, cores });
  const load = startProgram({ command: ['bench/programs/load.ts'], cores });
  const started = [load, canned];
  try {
    const { supergraph, question } = await prepare(asked, await canned.ask('urls'), folder);
    const racers: Racer[] = [];
    for (const entry of asked.entries) {
      asked.tell(`${entry.name} starts, young generation ${entry.youngMb ?? 'default'}`);
      const contestant = await startOver(supergraph, entry);
      started.unshift(contestant);
      const bytes = await bytesOf(contestant.url, question);
      racers.push(...racersOf({ ...contestant, body: question.body, bytes }, entry));
    }
    return resultsOf(asked.bench, await playRounds(racers, { ...asked, load, canned }));
  } finally {
    await Promise.all(started.map((each) => each.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

const racersOf = (entrant: Entrant, entry: Entry): readonly Racer[] =>
  [false, true].map((isAskedAlone) => {
    const called = `${entry.name}, ${entry.youngMb ?? 'default'}, ${clientsOf(isAskedAlone)}`;
    return { ...entrant, entry, isAskedAlone, called };
  });

type Question = { readonly body: string; readonly expected: unknown };
type Prepared = { readonly supergraph: Supergraph; readonly question: Question };

async function prepare(asked: Race, given: unknown, folder: string): Promise<Prepared> {
  const workload = workloadNamed(asked.workload);
  const urls = z.record(z.string(), z.string()).parse(given);
  const all = composed(workload, (name) => urls[name] ?? '');
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, all.supergraph);
  const isHiveIn = asked.entries.some(({ name }) => name === 'hive');
  const hive = isHiveIn ? await installHive(join(folder, 'hive')) : '';
  const body = JSON.stringify({ query: workload.query });
  return {
    supergraph: { file, hive, core: measuredCore(asked.cores) },
    question: { body, expected: await expectedOf(workload, all) },
  };
}

const ANSWER = z.object({ data: z.unknown() });
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

/** How long the answer is, which must be the expected one. */
async function bytesOf(url: string, { body, expected }: Question): Promise<number> {
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body });
  const text = await response.text();
  if (isDeepStrictEqual(ANSWER.parse(JSON.parse(text)).data, expected))
    return Buffer.byteLength(text);
  throw new Error(`Expected the same answer of everybody, got of ${url}: ${text.slice(0, 500)}`);
}
