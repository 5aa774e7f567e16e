import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { untilReady } from '../../bench/processes/index.ts';
import { type Program, run } from '../program.ts';
import { type Members, openMembers, type Told, temporaryFolder } from './continent.ts';
import { sitesOf } from './dashboard.ts';
import { openSteered, type SteeredMember } from './steered-member.ts';

const CODES = ['CV', 'MA', 'ZM'];
const IDS = sitesOf(...CODES).map(({ id }) => id);
const PAGE = 37;
const QUERY = `query ($after: Cursor) { sites(first: ${PAGE}, after: $after) {
  edges { node { id } } pageInfo { hasNextPage endCursor } coverage { complete missing { member } } } }`;

const folder = temporaryFolder();
const gateways: Program[] = [];
let members: Members;
let slow: SteeredMember;
let isSlow = false;
beforeAll(async () => {
  members = await openMembers(folder, CODES);
  const [first] = members.addresses();
  slow = await openSteered(first?.url ?? '', () => ({
    kind: 'PASSED',
    afterMs: isSlow ? 10_000 : 0,
  }));
});
afterAll(async () => {
  for (const { child } of gateways) child.kill('SIGKILL');
  slow.close();
  await members.close();
  rmSync(folder, { recursive: true });
});

type Gateway = {
  readonly pageAfter: (cursor: string | null) => Promise<Told>;
  /** As kill -9 does: it can finish nothing. */
  readonly killed: () => Promise<unknown>;
};

/** On the one data folder, as an operator starts it. */
async function startGateway(more: Readonly<Record<string, string>> = {}): Promise<Gateway> {
  const program = run(['gateway/main.ts'], {
    DATA_DIR: folder,
    PORT: '0',
    MEMBERS: JSON.stringify([{ code: CODES[0], url: slow.url }, ...members.addresses().slice(1)]),
    ALLOW_PRIVATE_MEMBERS: 'true',
    ...more,
  });
  gateways.push(program);
  const [, url = ''] = await program.says(/The gateway listens at (http:[^"]+)\./);
  await untilReady(
    `${url}/ready`,
    30_000,
    program.exit.then(() => program.said()),
  );
  return {
    pageAfter: (cursor) => ask(`${url}/graphql`, cursor),
    killed: () => {
      program.child.kill('SIGKILL');
      return program.exit;
    },
  };
}

async function ask(url: string, after: string | null): Promise<Told> {
  const body = JSON.stringify({ query: QUERY, variables: { after } });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body });
  return { status: answer.status, ...((await answer.json()) as Omit<Told, 'status'>) };
}

type Sites = {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
};
const sitesIn = ({ data }: Told) => data?.sites as unknown as Sites;

/** Killed when a member has been asked for the next page, and has not answered. */
async function killedWithin({ pageAfter, killed }: Gateway, cursor: string | null): Promise<void> {
  isSlow = true;
  const askedBefore = slow.asked.length;
  const lost = pageAfter(cursor).catch(() => 'LOST');
  while (slow.asked.length === askedBefore) await wait(5);
  await killed();
  isSlow = false;
  expect(await lost).toBe('LOST');
}

let cursorFromBefore = '';
test('a scroll goes on to the same rows when its gateway is killed in the middle of a page, and started again on its folder', async () => {
  const ids: string[] = [];
  let gateway = await startGateway();
  let cursor: string | null = null;
  for (let page = 1, goesOn = true; goesOn; page += 1) {
    const told = await gateway.pageAfter(cursor);
    expect(told).toMatchObject({ data: { sites: { coverage: { complete: true, missing: [] } } } });
    const { edges, pageInfo } = sitesIn(told);
    ids.push(...edges.map(({ node }) => node.id));
    [goesOn, cursor] = [pageInfo.hasNextPage, pageInfo.endCursor];
    if (page !== 2) continue;
    cursorFromBefore = pageInfo.endCursor;
    await killedWithin(gateway, cursor);
    gateway = await startGateway();
  }
  expect(ids).toEqual(IDS);
}, 120_000);

test('a gateway that is given another key refuses the cursors from before, and says what to do', async () => {
  const gateway = await startGateway({ CURSOR_KEY: '5a'.repeat(32) });
  expect(await gateway.pageAfter(cursorFromBefore)).toMatchObject({
    status: 400,
    errors: [
      {
        message:
          'sites: This cursor is not one of this list, filter and order; start again without `after`.',
        extensions: { code: 'BAD_CURSOR' },
      },
    ],
  });
  const told = await gateway.pageAfter(null);
  expect(sitesIn(told).edges.map(({ node }) => node.id)).toEqual(IDS.slice(0, PAGE));
}, 120_000);
