import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serveWorld, type WorldServer } from '../gateway/world-server.ts';
import { collectGarbage } from '../oracle/collect-garbage.ts';
import { cases } from '../oracle/config.ts';
import { generateWorld } from '../oracle/rows/generate-world.ts';
import { openWorld, type World } from '../world.ts';
import { hostileRequest } from './hostile-request.ts';

const COUNT = cases(300, 10_000);
const CPU_MS_MAX = 250;
const HONEST = JSON.stringify({
  query: '{ sites(first: 10) { total { count } edges { node { id name { en } } } } }',
});

let world: World;
let server: WorldServer;
beforeAll(async () => {
  world = await openWorld(generateWorld('hostile', { states: 3, most: 4, withBody: true }));
  server = await serveWorld(world);
  for (let i = 0; i < 100; i += 1) await post(HONEST);
  for (let seed = -100; seed < 0; seed += 1) await post(hostileRequest(-seed).body);
}, 120_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

/** Status of the answer, and the CPU of this whole process for it: gateway, members and the one who asks. */
async function post(body: string): Promise<{ readonly status: number; readonly cpuMs: number }> {
  const before = process.cpuUsage();
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
  await answer.text();
  const { user, system } = process.cpuUsage(before);
  world.asks.length = 0;
  return { status: answer.status, cpuMs: (user + system) / 1_000 };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Bytes in use after what is not used is collected, rounds of honest questions having settled it. */
async function heapBytes(): Promise<number> {
  await collectGarbage();
  await collectGarbage();
  return process.memoryUsage().heapUsed;
}

async function honestCpuMs(): Promise<readonly number[]> {
  const spent: number[] = [];
  for (let i = 0; i < 40; i += 1) spent.push((await post(HONEST)).cpuMs);
  return spent;
}

test(`${COUNT} hostile requests are each refused or answered within 250 ms of CPU, and leave nothing behind`, async () => {
  const usual = median(await honestCpuMs());
  const before = await heapBytes();
  const found: object[] = [];
  const spent: number[] = [];
  const next: number[] = [];
  const statuses = new Map<number, number>();
  for (let seed = 0; seed < COUNT; seed += 1) {
    const { kind, body } = hostileRequest(seed);
    const { status, cpuMs } = await post(body);
    if (seed % 20 === 0) next.push((await post(HONEST)).cpuMs);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    spent.push(cpuMs);
    if (status >= 500 || cpuMs > CPU_MS_MAX) found.push({ seed, kind, status, cpuMs });
  }
  const grownBytes = (await heapBytes()) - before;
  const figures = {
    requests: COUNT,
    statuses: Object.fromEntries(statuses),
    cpuMs: { median: median(spent), most: Math.max(...spent) },
    honestCpuMs: { usual, next: median(next) },
    heapMB: { before: before / 1e6, grown: grownBytes / 1e6 },
  };
  console.log(`Hostile requests: ${JSON.stringify(figures)}`);
  expect(found).toEqual([]);
  expect(grownBytes).toBeLessThan(Math.max(before / 10, 10_000_000));
  expect(median(next)).toBeLessThan(usual * 2 + 2);
}, 1_200_000);

test('every kind of hostile request has at most 64 KB and is repeated from its seed', () => {
  const requests = Array.from({ length: 400 }, (_, seed) => hostileRequest(seed));
  expect(requests.filter(({ body }) => body.length > 65_536)).toEqual([]);
  expect(requests.map((_, seed) => hostileRequest(seed))).toEqual(requests);
});
