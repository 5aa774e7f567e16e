import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { pino } from 'pino';
import type { EngineName } from '../../gateway/engine-name.ts';
import { readConfig, startGateway } from '../../gateway/index.ts';
import { MEMBER_CODES, startMember } from '../../subgraphs/index.ts';
import { ENGINE } from '../config.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };
export type Question = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
};
type Headers = Readonly<Record<string, string>>;
export type Told = {
  readonly status: number;
  readonly data?: JsonObject | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: JsonObject;
  }[];
  readonly extensions?: JsonObject;
};

/** What every answer says of its cost; its figures have tests of their own. */
export const ANY_COST = { cost: expect.any(Number), limit: expect.any(Number) };

const HOST = '127.0.0.1';
const logger = pino({ level: 'silent' });

/** A folder for databases that is gone after the tests of the file. */
export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'zellige-journey-'));

type Member = Awaited<ReturnType<typeof startMember>>;
export type Members = {
  readonly addresses: () => readonly { readonly code: string; readonly url: string }[];
  /** How many records each has loaded since it was first started here. */
  readonly loaded: ReadonlyMap<string, number>;
  readonly stop: (code: string) => Promise<void>;
  /** Again, where it was. */
  readonly restart: (code: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Members as `npm start` runs them, with their seeds: real servers on real databases in the folder. */
export async function openMembers(folder: string, codes = MEMBER_CODES): Promise<Members> {
  const loaded = new Map<string, number>();
  const start = async (code: string, port = 0) => {
    const database = `sqlite:${join(folder, `${code}.db`)}`;
    const onProgress = ({ kind, records }: { readonly kind: string; readonly records: number }) => {
      if (kind === 'loaded') loaded.set(code, (loaded.get(code) ?? 0) + records);
    };
    return await startMember({ code, database, host: HOST, port, logger, onProgress });
  };
  const running = new Map<string, Member>();
  for (const each of await Promise.all(codes.map((code) => start(code))))
    running.set(each.code, each);
  return {
    loaded,
    addresses: () => [...running.values()].map(({ code, url }) => ({ code, url })),
    stop: async (code) => await running.get(code)?.close(),
    restart: async (code) => {
      const { port } = new URL(running.get(code)?.url ?? '');
      running.set(code, await start(code, Number(port)));
    },
    close: async () => {
      await Promise.all([...running.values()].map((each) => each.close()));
    },
  };
}

export type Continent = {
  readonly url: string;
  readonly ask: (question: Question, headers?: Headers) => Promise<Told>;
  readonly close: () => Promise<void>;
};
export type Opening = {
  /** Where its key for cursors is kept. */
  readonly folder: string;
  readonly members: readonly { readonly code: string; readonly url: string }[];
  readonly engine?: EngineName;
  /** Long where nobody is silent, so that a busy machine makes nobody late. */
  readonly deadlineMs?: number;
};

/** A gateway over them, once it is ready. */
export async function openContinent({
  folder,
  members,
  engine = ENGINE,
  deadlineMs = 60_000,
}: Opening): Promise<Continent> {
  const reading = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    ENGINE: engine,
    ALLOW_PRIVATE_MEMBERS: 'true',
    DEADLINE_MS: String(deadlineMs),
    MEMBERS: JSON.stringify(members),
  });
  if (reading.kind === 'refused') throw new Error(reading.faults.join('\n'));
  const { url, close } = await startGateway(reading.config, logger);
  while ((await fetch(`${url}/ready`)).status !== 200)
    await new Promise((again) => setTimeout(again, 20));
  return { url, close, ask: (...asked) => askOver(`${url}/graphql`, ...asked) };
}

/** Waits for a member that is back: one that failed several times in a row is spared for a moment. */
export async function untilBack({ ask }: Pick<Continent, 'ask'>, code: string): Promise<void> {
  const query = `{ members(owners: ["${code}"]) { coverage { complete } } }`;
  for (;;) {
    const members = (await ask({ query })).data?.members as JsonObject | null;
    if ((members?.coverage as JsonObject | undefined)?.complete === true) return;
    await new Promise((again) => setTimeout(again, 50));
  }
}

async function askOver(url: string, question: Question, also: Headers = {}): Promise<Told> {
  const headers = { 'content-type': 'application/json', ...also };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(question) });
  const told = (await response.json()) as Omit<Told, 'status'>;
  return { status: response.status, ...told };
}

/** All seeds are loaded, which takes seconds on a quiet machine and more on a busy one. */
export const START_MS_MAX = 180_000;

/** The whole continent: AMSG and 54 states. */
export async function openWholeContinent(): Promise<Continent> {
  const folder = temporaryFolder();
  const members = await openMembers(folder);
  const continent = await openContinent({ folder, members: members.addresses() });
  return {
    ...continent,
    close: async () => {
      await continent.close();
      await members.close();
      rmSync(folder, { recursive: true });
    },
  };
}
