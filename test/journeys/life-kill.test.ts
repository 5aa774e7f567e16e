import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Program, run } from '../program.ts';
import {
  type Continent,
  type Members,
  openContinent,
  openMembers,
  temporaryFolder,
} from './continent.ts';
import { sitesOf } from './dashboard.ts';

const folder = temporaryFolder();
const KILLED = 'ZM';
const OTHERS = ['CV', 'MA'];
const QUERY =
  '{ sites(first: 200) { edges { node { id } } coverage { complete missing { member } } } }';

let others: Members;
let killed: Program;
let continent: Continent;
const spawned: Program[] = [];
beforeAll(async () => {
  others = await openMembers(folder, OTHERS);
  killed = spawnMember('0');
  const url = await urlOf(killed);
  continent = await openContinent({
    folder,
    members: [...others.addresses(), { code: KILLED, url }],
  });
});
afterAll(async () => {
  await continent.close();
  await others.close();
  for (const each of spawned) each.child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('a member killed while it answers is missing or whole in every answer, and is back when it is started again', async () => {
  expect(await page()).toEqual(WHOLE);
  const asked = Array.from({ length: 20 }, async (_, place) => {
    await wait(place * 2);
    return await page();
  });
  await wait(20);
  killed.child.kill('SIGKILL');
  await killed.exit;
  for (const answer of await Promise.all(asked)) expect([WHOLE, WITHOUT]).toContainEqual(answer);
  expect(await page()).toEqual(WITHOUT);
  const again = spawnMember(new URL(await urlOf(killed)).port);
  await urlOf(again);
  for (const late = Date.now() + 60_000; Date.now() < late; await wait(200))
    if ((await page()).coverage.complete) break;
  expect(await page()).toEqual(WHOLE);
}, 120_000);

function spawnMember(port: string): Program {
  const database = `sqlite:${join(folder, 'killed.db')}`;
  const member = run(
    ['subgraphs/main.ts', '--code', KILLED, '--port', port, '--database', database],
    {},
  );
  spawned.push(member);
  return member;
}

const urlOf = async (member: Program): Promise<string> =>
  (await member.says(/"url":"(http:[^"]+)","msg":"The member answers/))[1] ?? '';

const idsOf = (...codes: readonly string[]) =>
  sitesOf(...codes)
    .slice(0, 200)
    .map(({ id }) => id);
const WHOLE = {
  ids: idsOf(...OTHERS, KILLED),
  coverage: { complete: true, missing: [] as readonly unknown[] },
};
const WITHOUT = {
  ids: idsOf(...OTHERS),
  coverage: { complete: false, missing: [{ member: KILLED }] as readonly unknown[] },
};

type Sites = {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly coverage: typeof WHOLE.coverage;
};
async function page(): Promise<typeof WHOLE> {
  const { data } = await continent.ask({ query: QUERY });
  if (!data) throw new Error('Expected sites, got nothing.');
  const { edges, coverage } = data.sites as unknown as Sites;
  return { ids: edges.map(({ node }) => node.id), coverage };
}
