import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Contestant } from '../contestants.ts';
import { installHive } from '../hive/index.ts';
import {
  type Cores,
  measuredCore,
  otherCores,
  type Program,
  startProgram,
} from '../processes/index.ts';
import type { Entrant } from '../rounds.ts';
import {
  type Composed,
  composed,
  expectedOf,
  type WorkloadName,
  workloadNamed,
} from '../workloads/index.ts';
import { type Entry, type Supergraph, startOver } from './contestants.ts';

/** Subgraphs that answer, a load that asks, and gateways between them. */
export type Track = {
  readonly load: Program;
  readonly canned: Program;
  /** Starts a gateway, which ends with the track. */
  readonly start: (entry: Entry) => Promise<Contestant>;
  /** Has it answer a query first, which must be as one schema would answer it. */
  readonly enter: (contestant: Contestant, query: string) => Promise<Entrant>;
};

export type Ground = {
  readonly workload: WorkloadName;
  readonly cores: Cores;
  /** Whether Hive Gateway is to be installed. */
  readonly isHiveWanted: boolean;
};

/** Lays a track, plays on it, and takes it away. */
export async function onTrack<Found>(
  ground: Ground,
  play: (track: Track) => Promise<Found>,
): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-race-'));
  const cores = otherCores(ground.cores);
  const command = ['bench/programs/canned-subgraphs.ts', ground.workload];
  const canned = startProgram({ command, cores });
  const load = startProgram({ command: ['bench/programs/load.ts'], cores });
  const started: Program[] = [load, canned];
  try {
    const all = composedAt(ground.workload, await canned.ask('urls'));
    const supergraph = await laid(ground, all, folder);
    const start = async (entry: Entry) => {
      const contestant = await startOver(supergraph, entry);
      started.unshift(contestant);
      return contestant;
    };
    return await play({ load, canned, start, enter: entering(ground.workload, all) });
  } finally {
    await Promise.all(started.map((each) => each.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

function composedAt(workload: WorkloadName, given: unknown): Composed {
  const urls = z.record(z.string(), z.string()).parse(given);
  return composed(workloadNamed(workload), (name) => urls[name] ?? '');
}

async function laid(ground: Ground, all: Composed, folder: string): Promise<Supergraph> {
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, all.supergraph);
  const hive = ground.isHiveWanted ? await installHive(join(folder, 'hive')) : '';
  return { file, hive, core: measuredCore(ground.cores) };
}

const ANSWER = z.object({ data: z.unknown() });
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

const entering =
  (name: WorkloadName, all: Composed): Track['enter'] =>
  async (contestant, query) => {
    const expected = await expectedOf({ ...workloadNamed(name), query }, all);
    const body = JSON.stringify({ query });
    const response = await fetch(contestant.url, { method: 'POST', headers: HEADERS, body });
    const text = await response.text();
    if (isDeepStrictEqual(ANSWER.parse(JSON.parse(text)).data, expected))
      return { ...contestant, bodies: [body], bytes: Buffer.byteLength(text) };
    throw new Error(
      `Expected of ${contestant.name} what one schema answers, got ${text.slice(0, 500)}`,
    );
  };
