import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { EngineName } from '../../gateway/engine-name.ts';
import type { Calling, Send } from '../../gateway/members/index.ts';
import { keepsOptions } from '../../gateway/request.ts';
import { tellsCoverage } from '../../gateway/tells-coverage.ts';
import { generateWorld } from '../oracle/rows/generate-world.ts';
import { openWorld, silenceOf, type World } from '../world.ts';
import { serveWorld, type WorldServer } from './world-server.ts';

// Who asks what somebody else has just asked is given the same answer, and told who answered and who did not like the other.

const QUESTION =
  'query Sites($first: Int = 5) { sites(first: $first) { edges { node { id } } total { count } } }';
/** Patient, for on a busy machine questions sent at once arrive far apart; less so than the deadlines differ that the tests tell apart. */
const SHARING = { joinMsMax: 10_000, sharedCharactersMax: 10_000 };
const FAILING = { 'zellige-on-missing': 'FAIL' };

let world: World;
/** How many members can add to the question. */
let asked: number;
let asks: { readonly member: string; readonly calling: Calling }[];
let begun: number;
let answerAll: () => void;
let answering: Promise<void>;
beforeEach(async () => {
  world = await openWorld(generateWorld('shared', { states: 4, most: 9, withBody: false }));
  asks = [];
  begun = 0;
  answering = new Promise((done) => {
    answerAll = done;
  });
  asked = world.members.filter(({ modules }) => modules.includes('MINERALS')).length;
});
let server: WorldServer | undefined;
afterEach(async () => {
  await server?.close();
  await world.close();
});

/** Members that answer when they are let go; the first is silent. */
async function serve(engine: EngineName): Promise<WorldServer> {
  const silence = silenceOf('TIMEOUT');
  const send: Send = async (member, request, calling) => {
    asks.push({ member: member.code, calling });
    await answering;
    const says = member.code === asks[0]?.member ? silence : world.send;
    return await says(member, request, calling);
  };
  const companions = [keepsOptions, tellsCoverage(() => null), counting];
  server = await serveWorld({ ...world, send }, { engine, companions, sharing: SHARING });
  return server;
}

/** Counts questions that begin to be executed. */
const counting = () => ({
  executes: () => {
    begun += 1;
  },
});

type Asked = { readonly headers?: Readonly<Record<string, string>>; readonly variables?: object };
const post = ({ url }: WorldServer, { headers = {}, variables = {} }: Asked, init = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: QUESTION, variables }),
    ...init,
  });

/** Asks all at once, and lets members answer when so many of them have been asked. */
async function askTogether(engine: EngineName, all: readonly Asked[], awaited: number) {
  const serving = await serve(engine);
  const answers = all.map((each) => post(serving, each));
  await until(() => begun === all.length && asks.length >= awaited);
  answerAll();
  return await Promise.all(answers.map(async (each) => (await each).text()));
}

const quiet = () => new Promise((done) => setTimeout(done, 30));
async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000 && !holds(); waited += 2)
    await new Promise((done) => setTimeout(done, 2));
}

test('equal questions of one moment ask each member once, and all are told the same', async () => {
  const texts = await askTogether('zellige', [{}, {}, {}, {}], asked);
  expect(asks.length).toBe(asked);
  expect(new Set(texts).size).toBe(1);
  const { data, extensions } = JSON.parse(texts[0] ?? '');
  expect(data.sites.edges.length).toBeGreaterThan(0);
  expect(extensions.zellige.coverage.missing).toContainEqual(
    expect.objectContaining({ member: asks[0]?.member, reason: 'TIMEOUT' }),
  );
});

test("Apollo's engine asks for each", async () => {
  await askTogether('apollo', [{}, {}], 2 * asked);
  expect(asks.length).toBe(2 * asked);
});

test('other variables, and another deadline, are another question', async () => {
  const apart = [{}, { variables: { first: 6 } }, { headers: { 'zellige-deadline-ms': '4000' } }];
  await askTogether('zellige', apart, 3 * asked);
  expect(asks.length).toBe(3 * asked);
});

test('who wants all or nothing is refused, and the other has what came', async () => {
  const texts = await askTogether('zellige', [{ headers: FAILING }, {}], asked);
  expect(asks.length).toBe(asked);
  const [refused, given] = texts.map((each) => JSON.parse(each));
  expect(refused).toMatchObject({ data: null, errors: [{ extensions: { code: 'INCOMPLETE' } }] });
  expect(given.data.sites.edges.length).toBeGreaterThan(0);
  expect(given.errors).toBeUndefined();
});

test('who came first may leave: nothing is taken from who came after', async () => {
  const serving = await serve('zellige');
  const leaving = new AbortController();
  const left = post(serving, {}, { signal: leaving.signal }).catch(() => 'left');
  await until(() => asks.length === asked);
  const stays = post(serving, {});
  await until(() => begun === 2);
  leaving.abort();
  expect(await left).toBe('left');
  await quiet();
  expect(asks.map(({ calling }) => calling.signal.aborted)).not.toContain(true);
  answerAll();
  const { data } = (await (await stays).json()) as { data: { sites: { edges: unknown[] } } };
  expect(data.sites.edges.length).toBeGreaterThan(0);
  expect(asks.length).toBe(asked);
});
