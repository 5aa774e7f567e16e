import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type PublishedState, readConfig, startGateway } from '../../../gateway/index.ts';
import type { MemberCode } from '../../../schema/index.ts';
import { ENGINE } from '../../config.ts';

export const MOROCCO = readFileSync('subgraphs/morocco/extension.graphql', 'utf8');

export const published = (code: string, url: string): PublishedState['members'][number] => ({
  code: code as MemberCode,
  url,
  modules: ['MINERALS', 'POLICIES', 'EVENTS'],
  contractVersion: '1.0',
});
export const extension = (member: string, sdl: string) => ({ member, sdl });

/** Nobody listens there. */
export const NOWHERE = 'http://127.0.0.1:1/graphql';

export type Told = {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly unknown[];
};
export type PublishedGateway = Awaited<ReturnType<typeof openPublishedGateway>>;

/** A gateway over these members of its configuration and what is published, once it is ready. */
export async function openPublishedGateway(
  configured: readonly { readonly code: string; readonly url: string }[],
  state: PublishedState = { number: 0, members: [], extensions: [] },
) {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-generations-'));
  const reading = readConfig({
    DATA_DIR: folder,
    PORT: '0',
    ENGINE,
    ALLOW_PRIVATE_MEMBERS: 'true',
    DEADLINE_MS: '30000',
    MEMBERS: JSON.stringify(configured),
  });
  if (reading.kind === 'refused') throw new Error(reading.faults.join('\n'));
  const { url, close, generations } = await startGateway(
    reading.config,
    pino({ level: 'silent' }),
    state,
  );
  while ((await fetch(`${url}/ready`)).status !== 200)
    await new Promise((again) => setTimeout(again, 20));
  const json = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, { headers: { accept: 'application/json' } });
    return await answer.json();
  };
  return {
    url,
    generations,
    members: () => json('/members') as Promise<readonly { readonly code: string }[]>,
    metrics: async () => await (await fetch(`${url}/metrics`)).text(),
    ask: (query: string, variables = {}) => ask(url, { query, variables }),
    close: async () => {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function ask(url: string, question: object): Promise<Told> {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}
