// Asks over and over from so many connections: to be asked `run`.
import { type Dispatcher, Pool } from 'undici';
import { z } from 'zod';
import { answering } from '../processes/index.ts';

const RUN = z.object({
  url: z.string(),
  /** Each connection asks one of them, the next the next. */
  bodies: z.array(z.string()).min(1),
  connections: z.number(),
  forMs: z.number(),
  /** Length of the right answer in bytes, any other is a failure; null where it may vary. */
  bytes: z.number().nullable(),
  /** Whether each request carries credentials that no other one has. */
  isAskedAlone: z.boolean().default(false),
});
type Run = z.infer<typeof RUN>;

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };
const REQUESTS_MAX = 200_000;

/** Ends when the last request is answered, so that what the server used is used by the requests counted. */
async function run({ url, bodies, connections, forMs, bytes, isAskedAlone }: Run) {
  const { origin, pathname } = new URL(url);
  const asked = { path: pathname, method: 'POST' } as const;
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const started = performance.now();
  const tookMs: number[] = [];
  let failures = 0;
  const keepAsking = async (body: string) => {
    while (performance.now() - started < forMs && tookMs.length < REQUESTS_MAX) {
      const sent = performance.now();
      const question = { ...asked, body, headers: headersOf(isAskedAlone) };
      const right = await isRight(pool, question, bytes);
      tookMs.push(performance.now() - sent);
      failures += right ? 0 : 1;
    }
  };
  await Promise.all(
    Array.from({ length: connections }, (_, place) =>
      keepAsking(bodies[place % bodies.length] ?? ''),
    ),
  );
  const elapsedMs = performance.now() - started;
  await pool.close();
  return { requests: tookMs.length, failures, elapsedMs, ...percentiles(tookMs) };
}

/** Unlike those of the run before too. */
let askers = 0;
function headersOf(isAskedAlone: boolean) {
  if (!isAskedAlone) return HEADERS;
  askers += 1;
  return { ...HEADERS, authorization: `Bearer ${askers}` };
}

async function isRight(
  pool: Pool,
  question: Dispatcher.RequestOptions,
  bytes: number | null,
): Promise<boolean> {
  try {
    const answered = await pool.request(question);
    const { length } = await answered.body.bytes();
    return answered.statusCode === 200 && (bytes === null || length === bytes);
  } catch {
    return false;
  }
}

function percentiles(tookMs: readonly number[]) {
  const sorted = [...tookMs].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

answering({ run: (given) => run(RUN.parse(given)) });
