import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ENGINE_NAMES } from '../../../gateway/engine-name.ts';
import type { Send } from '../../../gateway/members/index.ts';
import { generateWorld } from '../../oracle/rows/generate-world.ts';
import { openWorld, silenceOf, type World } from '../../world.ts';
import { serveWorld, type WorldServer } from '../world-server.ts';

// Each engine behind each pipeline, over the same members, of whom one is silent: what goes out is the same to the byte.

const PAIRS = ENGINE_NAMES.flatMap((engine) =>
  ENGINE_NAMES.map((pipeline) => ({ engine, pipeline })),
);

let world: World;
let servers: readonly WorldServer[];
beforeAll(async () => {
  world = await openWorld(generateWorld('pipelines', { states: 3, most: 5, withBody: true }));
  const [silent] = world.members;
  const silence = silenceOf('TIMEOUT');
  const send: Send = (member, ...rest) =>
    member.code === silent?.code ? silence(member, ...rest) : world.send(member, ...rest);
  servers = await Promise.all(PAIRS.map((pair) => serveWorld({ ...world, send }, pair)));
});
afterAll(async () => {
  await Promise.all(servers.map((each) => each.close()));
  await world.close();
});

async function told({ url }: WorldServer, question: object, headers: HeadersInit) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(question),
  });
  const type = answer.headers.get('content-type');
  return { status: answer.status, type, body: await answer.text() };
}

const SITES =
  '{ sites { total { count } coverage { complete } edges { node { id name { en } } } } }';
const TYPED = { accept: 'application/graphql-response+json' };
test.each([
  ['a page of records', { query: SITES }, {}],
  ['the same in the other media type', { query: SITES }, TYPED],
  [
    'an operation by its name',
    { query: `query A ${SITES} query B { a: __typename }`, operationName: 'B' },
    {},
  ],
  ['a question about the schema', { query: '{ __schema { queryType { name } } __typename }' }, {}],
  ['a record of nobody', { query: '{ record(id: "ZZ:site:1") { site { id } } }' }, {}],
  ['a text that is no document', { query: '{ sites' }, {}],
  ['a field that is not there', { query: '{ sties { total { count } } }' }, TYPED],
  ['a page that is too large', { query: '{ sites(first: 501) { total { count } } }' }, {}],
  [
    'a variable that is none',
    { query: 'query ($n: Int!) { sites(first: $n) { total { count } } }' },
    {},
  ],
  [
    'a question that costs too much',
    {
      query: `{ ${Array.from({ length: 49 }, (_, i) => `a${i}: sites(first: 500) { edges { node { id name { en } operator { name { en } } } } }`).join(' ')} }`,
    },
    {},
  ],
])('%s is answered alike by each engine behind each pipeline', async (_, question, headers) => {
  const [first, ...others] = await Promise.all(
    servers.map((each) => told(each, question, headers)),
  );
  for (const [place, other] of others.entries())
    expect({ ...PAIRS[place + 1], ...other }).toEqual({ ...PAIRS[place + 1], ...first });
});
