import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startGateway } from '../../gateway/index.ts';
import { serve } from '../../subgraphs/kit/http/index.ts';
import { ENGINE } from '../config.ts';
import { type Client, type ClientAnswer, CURSOR_KEY, openClient, type Question } from './client.ts';
import { openMember } from './generated-member.ts';
import type { GeneratedWorld } from './rows/generate-world.ts';

/** Members with a database file each, served on ports of their own, and the whole gateway before them. */
export type WorldOverHttp = Pick<Client, 'ask' | 'schema' | 'close'> & {
  readonly post: (question: Question) => Promise<Posted>;
};
export type Posted = { readonly status: number; readonly answer: ClientAnswer };

const LOGGER = pino({ level: 'silent' });
const HERE = { host: '127.0.0.1', port: 0 };

export async function openWorldOverHttp(generated: GeneratedWorld): Promise<WorldOverHttp> {
  const folder = await mkdtemp(join(tmpdir(), 'zellige-oracle-'));
  const served = await Promise.all(generated.members.map((each) => serveMember(each, folder)));
  const gateway = await startGateway(
    {
      ...HERE,
      dataDir: folder,
      engine: ENGINE,
      members: served.map(({ code, url }) => ({ code, url })),
      deadlineMs: 30_000,
      corsOrigins: [],
      trustedProxies: [],
      workMsMax: 1_000_000,
      costMax: 1_000_000_000, // random questions nest lists of lists, whose members hold a dozen rows here
      requestsPerMinuteMax: 600,
      rateLimitLoopback: false,
      metricsNetworks: [],
      allowPrivateMembers: true,
      registryDatabase: `sqlite:${join(folder, 'registry.db')}`,
      cursorKey: CURSOR_KEY,
    },
    LOGGER,
  );
  await untilReady(gateway.url);
  const { schema, close } = await openClient();
  await close();
  const post = (question: Question) => postTo(`${gateway.url}/graphql`, question);
  return {
    schema,
    post,
    ask: async (question) => (await post(question)).answer,
    close: async () => {
      await gateway.close();
      await Promise.all(served.map((each) => each.close()));
      await rm(folder, { recursive: true });
    },
  };
}

/** One generated member on a port of its own, its database in the folder. */
export async function serveMember(each: GeneratedWorld['members'][number], folder: string) {
  const opened = await openMember(each, `sqlite:${join(folder, `${each.code}.db`)}`);
  const { code } = opened.member;
  const { schema, newContext } = opened;
  const served = await serve({ code, schema, contextOf: () => newContext(), logger: LOGGER }, HERE);
  return {
    code,
    url: served.url,
    close: async () => {
      await served.close();
      await opened.close();
    },
  };
}

async function untilReady(url: string): Promise<void> {
  for (;;) {
    const { status } = await fetch(`${url}/ready`);
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function postTo(url: string, question: Question): Promise<Posted> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return { status: response.status, answer: (await response.json()) as ClientAnswer };
}
