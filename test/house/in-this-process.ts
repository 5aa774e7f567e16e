import { join } from 'node:path';
import { makeLogger, readConfig, startGateway } from '../../gateway/index.ts';
import { startMembers } from '../../subgraphs/index.ts';
import { ENGINE } from '../config.ts';

type Running = { readonly url: string; readonly close: () => Promise<void> };

/** Members on SQLite with their seeds, and a gateway over them, on ports that the system gives. */
export async function startHere(codes: readonly string[], folder: string): Promise<Running> {
  const logger = makeLogger(false, { write: () => undefined });
  const place = { host: '127.0.0.1', folder: join(folder, 'members') };
  const { members, close } = await startMembers({ codes, ...place, logger });
  const reading = readConfig({
    MEMBERS: JSON.stringify(members),
    ALLOW_PRIVATE_MEMBERS: 'true',
    PORT: '0',
    ENGINE,
    DATA_DIR: folder,
  });
  if (reading.kind === 'refused') throw new Error(reading.faults.join(' '));
  const gateway = await startGateway(reading.config, logger);
  await untilReady(gateway.url);
  return {
    url: gateway.url,
    close: async () => {
      await gateway.close();
      await close();
    },
  };
}

export async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await fetch(`${url}/ready`)).ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Expected ${url} to be ready within 30 s.`);
}

export type Answer = { readonly data?: unknown; readonly errors?: readonly unknown[] };

export async function ask(url: string, query: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const body = JSON.stringify({ query });
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  return (await answer.json()) as Answer;
}
