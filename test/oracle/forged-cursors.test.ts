import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CONTRACT_VERSION } from '../../schema/index.ts';
import { chanceOf } from './chance.ts';
import { cases } from './config.ts';
import { forge, type Genuine, sealedBy } from './forged-cursors.ts';
import { generateWorld } from './rows/generate-world.ts';
import { openWorldOverHttp, type WorldOverHttp } from './world-over-http.ts';

// H8: a cursor that is not of this list, filter and order is refused before anything is asked: BAD_CURSOR, status 400.

const COUNT = cases(500, 10_000);
const SITES =
  'query Sites($after: Cursor) { sites(first: 2, after: $after) { edges { cursor node { id } } } }';

let world: WorldOverHttp;
let genuine: Genuine;
beforeAll(async () => {
  world = await openWorldOverHttp(
    generateWorld('cursors', { states: 2, most: 12, withBody: true }),
  );
  const edges = edgesIn(await answered({ query: SITES }));
  const [{ cursor, node }] = edges as [Edge];
  genuine = { cursor, id: node.id, foreign: await foreignCursors() };
});
afterAll(() => world.close());

type Edge = { readonly cursor: string; readonly node: { readonly id: string } };

async function answered(question: { readonly query: string }): Promise<unknown> {
  const { status, answer } = await world.post(question);
  expect({ status, errors: answer.errors }).toEqual({ status: 200 });
  return answer.data;
}

/** All edges in an answer, wherever they are. */
function edgesIn(value: unknown): readonly Edge[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('cursor' in value && 'node' in value) return [value as Edge];
  return Object.values(value).flatMap(edgesIn);
}

/** Lists beside that of all sites, each unlike it in one thing. */
const FOREIGN = [
  '{ deposits { edges { cursor node { id } } } }',
  '{ organisations { edges { cursor node { id } } } }',
  '{ sites(filter: { owners: ["MA"] }) { edges { cursor node { id } } } }',
  '{ sites(filter: { statuses: [OPERATING, CLOSED, ASSUMED_ACTIVE] }) { edges { cursor node { id } } } }',
  '{ sites(orderBy: [{ field: NAME }]) { edges { cursor node { id } } } }',
  '{ sites(orderBy: [{ field: STATUS, direction: DESC }]) { edges { cursor node { id } } } }',
  '{ countries(codes: ["MA"]) { sites { edges { cursor node { id } } } } }',
  '{ commodities { sites { edges { cursor node { id } } } } }',
];
async function foreignCursors(): Promise<readonly string[]> {
  const answers = await Promise.all(
    FOREIGN.map(async (query) => edgesIn(await answered({ query }))),
  );
  expect(answers.map((edges) => edges.length > 0)).toEqual(FOREIGN.map(() => true));
  return answers.flat().map(({ cursor }) => cursor);
}

test('the cursor that is forged is a good one, and so is one sealed here as the gateway seals', async () => {
  for (const after of [genuine.cursor, sealedBy(CONTRACT_VERSION, genuine.id)]) {
    const { status, answer } = await world.post({ query: SITES, variables: { after } });
    expect({ status, errors: answer.errors }).toEqual({ status: 200 });
    expect(edgesIn(answer.data).map(({ node }) => node.id)).not.toContain(genuine.id);
  }
});

test(`every forged, flipped, foreign or outdated cursor is refused: ${COUNT} of them`, async () => {
  const accepted: unknown[] = [];
  for (let place = 0; place < COUNT; place += 1) {
    const forgery = forge(genuine, chanceOf(`cursor ${place}`));
    const { status, answer } = await world.post({
      query: SITES,
      variables: { after: forgery.cursor },
    });
    const codes = answer.errors?.map(({ extensions }) => extensions?.code);
    if (status !== 400 || answer.data !== undefined || codes?.join() !== 'BAD_CURSOR')
      accepted.push({ ...forgery, status, answer });
  }
  expect(accepted).toEqual([]);
}, 600_000);

test('a cursor written into the question is refused alike', async () => {
  const after = JSON.stringify(`${genuine.cursor}A`);
  const { status, answer } = await world.post({
    query: `{ sites(after: ${after}) { total { count } } }`,
  });
  expect(status).toBe(400);
  expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_CURSOR']);
});

test('a nested list whose cursor is not its own is an error there, and its neighbours are answered', async () => {
  const query = `query Nested($after: Cursor) { countries(codes: ["MA"]) { code sites(after: $after) { total { count } } deposits { total { count } } } }`;
  const { status, answer } = await world.post({ query, variables: { after: genuine.cursor } });
  const [error] = answer.errors ?? [];
  expect({ status, path: error?.path, code: error?.extensions?.code, data: answer.data }).toEqual({
    status: 200,
    path: ['countries', 0, 'sites'],
    code: 'BAD_CURSOR',
    data: {
      countries: [{ code: 'MA', sites: null, deposits: { total: { count: expect.any(Number) } } }],
    },
  });
});
