import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { redaction } from '../../../gateway/redaction.ts';
import { startGateway } from '../../../gateway/start-gateway.ts';
import { parseMemberCode } from '../../../schema/index.ts';
import { startMembers } from '../../../subgraphs/index.ts';
import { ENGINE } from '../../config.ts';
import { untilReady } from '../../house/in-this-process.ts';

type Line = Readonly<Record<string, unknown>>;
const lines: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'zellige-telemetry-'));
const DEAD = { code: parseMemberCode('ZM') ?? fail(), url: 'http://127.0.0.1:1/graphql' };
function fail(): never {
  throw new Error('Expected a member code.');
}

const parseMember = (each: { readonly code: string; readonly url: string }) => ({
  ...each,
  code: parseMemberCode(each.code) ?? fail(),
});

let url: string;
let close: () => Promise<void>;
beforeAll(async () => {
  const logger = pino(
    { ...redaction, base: null, timestamp: false, level: 'trace' },
    { write: (line) => lines.push(line) },
  );
  const quiet = pino({ level: 'silent' });
  const place = { host: '127.0.0.1', folder: join(folder, 'members') };
  const { members, close: closeMembers } = await startMembers({
    codes: ['AMSG', 'CD'],
    ...place,
    logger: quiet,
  });
  const gateway = await startGateway(
    {
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      engine: ENGINE,
      members: [...members.map(parseMember), DEAD],
      deadlineMs: 5000,
      corsOrigins: [],
      trustedProxies: [],
      costMax: 1_000_000,
      workMsMax: 100,
      requestsPerMinuteMax: 600,
      rateLimitLoopback: false,
      metricsNetworks: ['127.0.0.0/8'],
      allowPrivateMembers: true,
      registryDatabase: `sqlite:${folder}/registry.db`,
      cursorKey: new Uint8Array(32),
    },
    logger,
  );
  await untilReady(gateway.url);
  url = gateway.url;
  close = async () => {
    await gateway.close();
    await closeMembers();
  };
});
afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

/** The answer's text, and the line that the request left in the log. */
async function asked(request: RequestInit, path = '/graphql') {
  const before = requestLines().length;
  const text = await (await fetch(`${url}${path}`, request)).text();
  while (requestLines().length === before) await new Promise((done) => setTimeout(done, 5));
  return { text, line: requestLines().at(-1) };
}
const requestLines = (): readonly Line[] =>
  lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'A request was answered.');

const post = (body: object, headers: Readonly<Record<string, string>> = {}) =>
  asked({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const some = expect.any(Number);

test('a question leaves one line, which says who was asked and who is missing', async () => {
  const query =
    'query Mines { sites(first: 3, filter: { owners: [CD, ZM] }) { edges { node { id name { value } } } } }'.replace(
      '[CD, ZM]',
      '["CD", "ZM"]',
    );
  const { text, line } = await post({ query });
  expect(line).toEqual({
    level: 30,
    msg: 'A request was answered.',
    status: 200,
    ms: { total: some, checked: some, planned: some, executed: some },
    bytes: Buffer.byteLength(text),
    queryHash: expect.stringMatching(/^[0-9a-f]{16}$/),
    operation: 'Mines',
    viewer: 'public',
    codes: [],
    complete: false,
    asked: ['CD', 'ZM'],
    missing: { ZM: 'UNREACHABLE' },
    stale: {},
    cost: { cost: some, limit: 1_000_000 },
    rows: { moved: 3, returned: 3 },
    plan: 'made',
  });
  expect((await post({ query })).line).toMatchObject({ plan: 'kept', queryHash: line?.queryHash });
});

test('a question that is refused leaves one line, with the code of its refusal', async () => {
  const { line } = await post({ query: '{ sites(first: 501) { edges { node { id } } } }' });
  expect(line).toMatchObject({
    status: 400,
    ms: { total: some, checked: null, planned: null, executed: null },
    codes: ['PAGE_SIZE'],
    complete: null,
    asked: [],
    plan: null,
  });
});

const SECRET = 'S3CRETofAclient';
const json = { method: 'POST', headers: { 'content-type': 'application/json' } };
const PLACES: readonly (readonly [string, string, RequestInit])[] = [
  [
    'a header',
    '/graphql?query={__typename}',
    {
      headers: {
        authorization: `Bearer ${SECRET}`,
        cookie: `a=${SECRET}`,
        'x-any': SECRET,
        'user-agent': SECRET,
        referer: `https://u:${SECRET}@a.example/`,
      },
    },
  ],
  ['an address', `/graphql?query={__typename}&token=${SECRET}&extensions={"a":"${SECRET}"}`, {}],
  ['an address that cannot be read', `/graphql?query={__typename}&variables=${SECRET}`, {}],
  [
    'a literal',
    '/graphql',
    { ...json, body: JSON.stringify({ query: `{ record(id: "CD:site:${SECRET}") { id } }` }) },
  ],
  [
    'a literal that is refused',
    '/graphql',
    {
      ...json,
      body: JSON.stringify({ query: `{ sites(after: "${SECRET}") { edges { cursor } } }` }),
    },
  ],
  [
    'a variable',
    '/graphql',
    {
      ...json,
      body: JSON.stringify({
        query: 'query Q($id: ID!) { record(id: $id) { id } }',
        variables: { id: `ZM:site:${SECRET}` },
      }),
    },
  ],
  [
    'a variable that is refused',
    '/graphql',
    {
      ...json,
      body: JSON.stringify({
        query: 'query Q($n: Int) { sites(first: $n) { edges { cursor } } }',
        variables: { n: SECRET },
      }),
    },
  ],
  [
    'an alias',
    '/graphql',
    {
      ...json,
      body: JSON.stringify({ query: `{ ${SECRET}: sites(first: 1) { edges { cursor } } }` }),
    },
  ],
  [
    'a comment',
    '/graphql',
    { ...json, body: JSON.stringify({ query: `# ${SECRET}\n{ __typename }` }) },
  ],
  [
    'an operation that is not there',
    '/graphql',
    { ...json, body: JSON.stringify({ query: '{ __typename }', operationName: SECRET }) },
  ],
  ['an unknown field', '/graphql', { ...json, body: JSON.stringify({ query: `{ ${SECRET} }` }) }],
  ['what is no GraphQL', '/graphql', { ...json, body: JSON.stringify({ query: `}${SECRET}` }) }],
  ['what is no JSON', '/graphql', { ...json, body: `{"query": ${SECRET}` }],
  [
    'a body of another type',
    '/graphql',
    { method: 'POST', headers: { 'content-type': `text/${SECRET}` }, body: SECRET },
  ],
  [
    'extensions',
    '/graphql',
    {
      ...json,
      body: JSON.stringify({
        query: '{ __typename }',
        extensions: { zellige: { onMissing: SECRET } },
      }),
    },
  ],
];

test.each(PLACES)('a secret in %s comes into no line of the log', async (_place, path, request) => {
  const { line } = await asked(request, path);
  expect(line).toMatchObject({ status: expect.any(Number) });
  expect(lines.filter((each) => each.includes(SECRET))).toEqual([]);
});

test('no line names the address of a client', () => {
  const own = lines.filter((line) => line.includes('A request was answered.'));
  expect(own.length).toBeGreaterThan(10);
  expect(own.filter((line) => line.includes('127.0.0.1'))).toEqual([]);
});

test('what was asked of members stands in the metrics', async () => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const figures = text
    .split('\n')
    .filter(
      (line) =>
        /^zellige_(member_(answering|asks_in_flight|ask_duration_seconds_count)|plans|rows|member_asks_total.*(ANSW|UNREA))/.test(
          line,
        ) && !/"AMSG"/.test(line),
    );
  expect(
    figures.map((line) => line.replace(/ \d+$/, (count) => (count === ' 0' ? ' 0' : ' n'))),
  ).toEqual([
    'zellige_plans_total{plan="kept"} n',
    'zellige_plans_total{plan="made"} n',
    'zellige_plans_total{plan="shared"} 0',
    'zellige_rows_moved_total n',
    'zellige_rows_returned_total n',
    'zellige_member_asks_total{member="CD",outcome="ANSWERED"} n',
    'zellige_member_asks_total{member="CD",outcome="UNREACHABLE"} 0',
    'zellige_member_asks_total{member="ZM",outcome="ANSWERED"} 0',
    'zellige_member_asks_total{member="ZM",outcome="UNREACHABLE"} n',
    'zellige_member_ask_duration_seconds_count{member="CD"} n',
    'zellige_member_ask_duration_seconds_count{member="ZM"} n',
    'zellige_member_asks_in_flight{member="CD"} 0',
    'zellige_member_asks_in_flight{member="ZM"} 0',
    'zellige_member_answering{member="CD"} n',
    'zellige_member_answering{member="ZM"} 0',
  ]);
});
