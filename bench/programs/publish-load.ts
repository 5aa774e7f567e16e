// Connections that ask one question over and over until they are told to stop, and look at which generation each answer is of: `publish-load.ts URL`.
import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'undici';
import { z } from 'zod';
import { answering } from '../processes/index.ts';
import { GENERATION_QUESTION, generationsIn } from '../publish/index.ts';

const { origin, pathname: path } = new URL(process.argv[2] ?? '');
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };
const BODY = JSON.stringify({ query: GENERATION_QUESTION });

let told = { answers: 0, failed: 0, mixed: 0 };
let isStopping = true;
let running: Promise<unknown> = Promise.resolve();

async function client(pool: Pool): Promise<void> {
  while (!isStopping) {
    const generations = await ask(pool);
    told.answers += 1;
    told.failed += generations === undefined ? 1 : 0;
    told.mixed += generations !== undefined && new Set(generations).size > 1 ? 1 : 0;
  }
}

async function ask(pool: Pool): Promise<readonly string[] | undefined> {
  try {
    const answer = await pool.request({ path, method: 'POST', headers: HEADERS, body: BODY });
    const text = await answer.body.text();
    return answer.statusCode === 200 ? generationsIn(text) : undefined;
  } catch {
    return undefined;
  }
}

answering({
  /** Ends when each connection has had its first answer. */
  start: async (given) => {
    const connections = z.number().parse(given);
    const pool = new Pool(origin, { connections, pipelining: 1 });
    told = { answers: 0, failed: 0, mixed: 0 };
    isStopping = false;
    running = Promise.all(Array.from({ length: connections }, () => client(pool))).finally(() =>
      pool.close(),
    );
    while (told.answers < connections) await wait(10);
  },
  stop: async () => {
    isStopping = true;
    await running;
    return told;
  },
});
