// Clients that ask the questions of the explorer and scroll through sites until they are told to stop: `soak-load.ts URL CLIENTS`.
import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { Pool } from 'undici';
import { z } from 'zod';
import { answering } from '../processes/index.ts';
import { faultInAnswer, isComplete } from '../soak/index.ts';

const [url = '', clients = '1'] = process.argv.slice(2);
const { origin, pathname: path } = new URL(url);
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };
const FAULTS_KEPT_MAX = 10;

/** The questions of the explorer, each a document of its own. */
const QUESTIONS = parse(readFileSync('gateway/web/questions.graphql', 'utf8')).definitions.map(
  print,
);

const told = { requests: 0, complete: 0, serverErrors: 0, faults: 0 };
const faults: string[] = [];
let isStopping = false;
let running: Promise<unknown> = Promise.resolve();

/** A page and what is needed for the one behind it. */
const SCROLL =
  'query ($after: Cursor) { sites(first: 50, after: $after) { edges { node { id type status } } pageInfo { hasNextPage endCursor } coverage { complete missing { member reason } } } }';
const PAGE = z.object({
  data: z.object({
    sites: z.object({
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

async function client(pool: Pool, place: number): Promise<void> {
  let after: string | null = null;
  for (let step = place; !isStopping; step += 1) {
    await ask(pool, { query: QUESTIONS[step % QUESTIONS.length] });
    after = nextIn(await ask(pool, { query: SCROLL, variables: { after } }));
  }
}

/** Null where the scroll has ended, or cannot go on: the next one begins anew. */
function nextIn(text: string): string | null {
  const page = PAGE.safeParse(text === '' ? null : JSON.parse(text));
  const { hasNextPage = false, endCursor = null } = page.data?.data.sites.pageInfo ?? {};
  return hasNextPage ? endCursor : null;
}

async function ask(pool: Pool, question: object): Promise<string> {
  told.requests += 1;
  try {
    const body = JSON.stringify(question);
    const answer = await pool.request({ path, method: 'POST', headers: HEADERS, body });
    const text = await answer.body.text();
    told.serverErrors += answer.statusCode >= 500 ? 1 : 0;
    note(faultInAnswer(answer.statusCode, text), text);
    return answer.statusCode === 200 ? text : '';
  } catch (error) {
    note(`Expected an answer, got ${String(error)}`, '');
    return '';
  }
}

function note(fault: string | undefined, text: string): void {
  if (fault === undefined) {
    told.complete += isComplete(text) ? 1 : 0;
    return;
  }
  told.faults += 1;
  if (faults.length < FAULTS_KEPT_MAX) faults.push(fault);
}

answering({
  start: () => {
    isStopping = false;
    const pool = new Pool(origin, { connections: Number(clients) });
    const asking = Array.from({ length: Number(clients) }, (_, place) => client(pool, place * 3));
    running = Promise.all(asking).then(() => pool.close());
  },
  stop: async () => {
    isStopping = true;
    await running;
  },
  told: () => ({ ...told, said: faults }),
});
