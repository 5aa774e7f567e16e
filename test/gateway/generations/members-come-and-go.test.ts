import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PublishedState } from '../../../gateway/index.ts';
import { parseMemberCode } from '../../../schema/index.ts';
import { type Members, openMembers, temporaryFolder } from '../../journeys/continent.ts';
import { countOf } from '../../journeys/dashboard.ts';
import {
  extension,
  NOWHERE,
  openPublishedGateway,
  type PublishedGateway,
  published,
} from './published-gateway.ts';

const folder = temporaryFolder();
let members: Members;
let gateway: PublishedGateway;
const urlOf = (code: string) => members.addresses().find((each) => each.code === code)?.url ?? '';

beforeAll(async () => {
  members = await openMembers(folder, ['CV', 'MA', 'ZM']);
  const configured = members.addresses().filter(({ code }) => code !== 'CV');
  gateway = await openPublishedGateway(configured);
});
afterAll(async () => {
  await gateway.close();
  await members.close();
  rmSync(folder, { recursive: true });
});

const stateWith = (number: number, more: Partial<PublishedState>): PublishedState => ({
  number,
  members: [],
  extensions: [],
  ...more,
});

const COUNTS = '{ siteCounts(by: [COUNTRY]) { rows { countryCode count } coverage { complete } } }';
type Counts = {
  readonly rows: readonly { readonly countryCode: string; readonly count: number }[];
  readonly coverage: { readonly complete: boolean };
};
const countsOf = async () => {
  const { data } = await gateway.ask(COUNTS);
  const { rows, coverage } = (data?.siteCounts ?? {}) as Counts;
  expect(coverage).toEqual({ complete: true });
  return Object.fromEntries(rows.map(({ countryCode, count }) => [countryCode, count]));
};
const codes = async () => (await gateway.members()).map(({ code }) => code);

const PAGE = `query ($after: Cursor) { sites(first: 3, after: $after, orderBy: [{ field: COUNTRY }]) {
  edges { node { id } } pageInfo { endCursor } coverage { missing { member reason } } } }`;
type Page = {
  readonly pageInfo: { readonly endCursor: string };
  readonly coverage: { readonly missing: readonly unknown[] };
};
const pageAfter = async (after: string | null) =>
  (await gateway.ask(PAGE, { after })).data?.sites as Page;

let cursor: string;

test('the rows of a member that publishes stand in the continental answer without a restart', async () => {
  expect(await countsOf()).toEqual({ MA: countOf('MA'), ZM: countOf('ZM') });
  expect(
    (await gateway.ask('{ sites(filter: { owners: ["CV"] }) { total { count } } }')).status,
  ).toBe(400);
  const joined = stateWith(1, { members: [published('CV', urlOf('CV'))] });
  expect(await gateway.generations.replace(joined)).toMatchObject({ kind: 'swapped' });
  expect(await countsOf()).toEqual({ CV: countOf('CV'), MA: countOf('MA'), ZM: countOf('ZM') });
  expect(await codes()).toEqual(['CV', 'MA', 'ZM']);
  cursor = (await pageAfter(null)).pageInfo.endCursor;
});

test('what operators count, they count of the new member too', async () => {
  const metrics = await gateway.metrics();
  expect(metrics).toMatch(/zellige_member_asks_total\{member="CV",outcome="ANSWERED"\} [1-9]/);
  expect(metrics).toContain('zellige_member_asks_total{member="CV",outcome="TIMEOUT"} 0');
  expect(metrics).toContain('zellige_member_answering{member="CV"} 1');
});

test('what is asked often has its plan before a new generation is asked it', async () => {
  const made = async () =>
    /zellige_plans_total\{plan="made"\} (\d+)/.exec(await gateway.metrics())?.[1];
  const before = await made();
  await gateway.generations.replace(stateWith(2, { members: [published('CV', urlOf('CV'))] }));
  await countsOf();
  expect(await made()).toBe(before);
});

test('a member that publishes another address is asked there, and nowhere else', async () => {
  const moved = stateWith(3, {
    members: [published('CV', urlOf('CV')), published('ZM', NOWHERE)],
  });
  await gateway.generations.replace(moved);
  const { data } = await gateway.ask(
    '{ sites(first: 1) { coverage { missing { member reason } } } }',
  );
  expect(data).toEqual({
    sites: { coverage: { missing: [{ member: 'ZM', reason: 'UNREACHABLE' }] } },
  });
  await gateway.generations.replace(stateWith(4, { members: [published('CV', urlOf('CV'))] }));
  expect(await countsOf()).toEqual({ CV: countOf('CV'), MA: countOf('MA'), ZM: countOf('ZM') });
});

test('whoever withdraws is gone, the configured too, and a list that began before says so', async () => {
  const withdrawn = ['CV', 'ZM'].flatMap((code) => parseMemberCode(code) ?? []);
  await gateway.generations.replace(stateWith(5, { withdrawn }));
  expect(await countsOf()).toEqual({ MA: countOf('MA') });
  expect(await codes()).toEqual(['MA']);
  expect((await pageAfter(cursor)).coverage.missing).toEqual([
    { member: 'CV', reason: 'WITHDRAWN' },
    { member: 'ZM', reason: 'WITHDRAWN' },
  ]);
  expect(
    (await gateway.ask('{ sites(filter: { owners: ["CV"] }) { total { count } } }')).status,
  ).toBe(400);
  expect(await gateway.metrics()).not.toContain('zellige_member_answering{member="CV"}');
});

test('whoever comes back is asked again', async () => {
  while (gateway.generations.alive() > 1) await wait(10);
  await gateway.generations.replace(stateWith(6, { members: [published('CV', urlOf('CV'))] }));
  expect(await countsOf()).toEqual({ CV: countOf('CV'), MA: countOf('MA'), ZM: countOf('ZM') });
});

test('a gateway whose members are all down has the whole schema, and answers with all of them missing', async () => {
  const all = ['AMSG', 'KE', 'MA'];
  const down = await openPublishedGateway([], {
    number: 9,
    members: all.map((code) => published(code, NOWHERE)),
    extensions: [extension('KE', 'type Query { ke_greeting: String }')],
  });
  expect((await fetch(`${down.url}/ready`)).status).toBe(200);
  const { data } = await down.ask('{ __type(name: "Query") { fields { name } } }');
  expect(JSON.stringify(data)).toContain('ke_greeting');
  expect(JSON.stringify(data)).not.toContain('ma_');
  const answer = await down.ask(
    '{ ke_greeting organisations(first: 1) { coverage { complete } } }',
  );
  await down.close();
  const missing = (member: string) =>
    expect.objectContaining({ member, reason: expect.stringMatching(/UNREACHABLE|BREAKER_OPEN/) });
  expect(answer).toMatchObject({
    status: 200,
    data: { ke_greeting: null, organisations: null },
    extensions: { zellige: { coverage: { complete: false, missing: all.map(missing) } } },
  });
});
