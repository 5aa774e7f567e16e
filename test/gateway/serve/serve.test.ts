import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { fed } from '../../federation/case.ts';
import { type ServedSubgraph, schemaOf, serveSubgraph } from '../../federation/subgraph.ts';
import { supergraphOf } from '../../federation/supergraph.ts';
import { type Program, run } from '../../program.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const PRODUCTS = `${LINK}
  type Query { products: [Product!]! slow: String }
  type Mutation { rename(id: ID!, name: String!): Product }
  type Product @key(fields: "id") { id: ID! name: String }`;
const REVIEWS = `${LINK}
  type Product @key(fields: "id") { id: ID! stars: Int rating: String }`;

const names = new Map([
  ['p1', 'Lamp'],
  ['p2', 'Chair'],
]);
const productOf = (id: string) => ({ id, name: names.get(id) });
const failure = () => {
  throw new GraphQLError('No rating.', {
    extensions: { code: 'NO_RATING', why: 'none', stacktrace: ['secret.js'] },
  });
};

const products = schemaOf({
  sdl: PRODUCTS,
  gives: {
    Query: {
      products: () => [...names.keys()].map(productOf),
      slow: () => new Promise((done) => setTimeout(done, 5_000).unref()),
    },
    Mutation: {
      rename: (_: never, { id, name }: { readonly id: string; readonly name: string }) => {
        names.set(id, name);
        return productOf(id);
      },
    },
  },
});
const reviews = schemaOf({
  sdl: REVIEWS,
  gives: {
    Product: {
      ref: ({ id }: { readonly id: string }) => ({ id, stars: id === 'p1' ? 5 : 3 }),
      rating: failure,
    },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'zellige-serve-'));
const heard: object[] = [];
let servers: readonly ServedSubgraph[] = [];
let file = '';

beforeAll(async () => {
  servers = [await serveSubgraph(products), await serveSubgraph(reviews, (all) => heard.push(all))];
  const [p, r] = servers;
  const urls = { products: p?.url ?? '', reviews: r?.url ?? '' };
  file = written(
    'supergraph.graphql',
    supergraphOf({ products: PRODUCTS, reviews: REVIEWS }, urls),
  );
});
afterAll(() => Promise.all(servers.map(({ close }) => close())));

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const serve = (...words: readonly string[]): Program =>
  run(['gateway/serve-main.ts', ...words], {});

const listening = async (program: Program): Promise<string> => {
  const [, url = ''] = await program.says(/The gateway listens at (http:[^"]+)\./);
  return url;
};

const stopped = (program: Program): Promise<number | null> => {
  program.child.kill('SIGTERM');
  return program.exit;
};

async function ask(url: string, body: object, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

describe.each(['apollo', 'zellige'])('with the engine %s', (engine) => {
  let program: Program;
  let url: string;
  beforeAll(async () => {
    const words = ['--supergraph', file, '--port', '0', '--engine', engine];
    program = serve(...words, '--deadline-ms', '1000', '--header', 'X-User', '--header', 'cookie');
    url = await listening(program);
  });
  afterAll(async () => {
    expect(await stopped(program)).toBe(0);
  });

  test('a question goes through all the subgraphs that it needs', async () => {
    const { status, body } = await ask(url, { query: '{ products { name stars } }' });
    const data = {
      products: [
        { name: 'Lamp', stars: 5 },
        { name: 'Chair', stars: 3 },
      ],
    };
    expect([status, body]).toEqual([200, { data }]);
  });

  test('subgraphs are sent the headers that were named, and no others', async () => {
    const headers = { 'x-user': 'me', cookie: 'a=b', authorization: 'Bearer secret' };
    await ask(url, { query: '{ products { stars } }' }, headers);
    expect(heard.at(-1)).toMatchObject({ 'x-user': 'me', cookie: 'a=b' });
    expect(heard.at(-1)).not.toHaveProperty('authorization');
  });

  test('a GET asks queries, and a POST mutations too', async () => {
    const query = encodeURIComponent('{ products { id } }');
    const got = await fetch(`${url}/graphql?query=${query}`);
    expect([got.status, await got.json()]).toEqual([
      200,
      { data: { products: [{ id: 'p1' }, { id: 'p2' }] } },
    ]);
    const renaming = 'mutation { rename(id: "p1", name: "Lamp") { name stars } }';
    const { body } = await ask(url, { query: renaming });
    expect(body).toEqual({ data: { rename: { name: 'Lamp', stars: 5 } } });
    const refused = await fetch(`${url}/graphql?query=${encodeURIComponent(renaming)}`);
    expect(refused.status).toBe(405);
  });

  test('an error of a subgraph is shown with its place, and not with that in its code', async () => {
    const { body } = await ask(url, { query: '{ products { rating } }' });
    const { stacktrace, serviceName, ...extensions } = body.errors[1].extensions;
    expect(body.data).toEqual({ products: [{ rating: null }, { rating: null }] });
    expect({ ...body.errors[1], extensions, stacktrace }).toEqual({
      message: 'No rating.',
      path: ['products', 1, 'rating'],
      extensions: { code: 'NO_RATING', why: 'none' },
    });
  });

  test('a subgraph that is late is an error when the deadline passes', async () => {
    const { status, body } = await ask(url, { query: '{ slow }' });
    expect([status, body.data]).toEqual([200, { slow: null }]);
    expect(body.errors).toMatchObject([
      { message: 'The subgraph products did not answer before the deadline.' },
    ]);
  });

  test.each([
    ['too deep', `{ a ${'{ a '.repeat(40)} ${'}'.repeat(41)}`, 'DOCUMENT_TOO_DEEP'],
    ['too long', `{ products { ${'id '.repeat(30_000)} } }`, 'DOCUMENT_TOO_LARGE'],
    ['unknown to the schema', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['of the kind that is not offered', 'subscription { a }', undefined],
  ])('a question %s is refused', async (_, query, code) => {
    const { status, body } = await ask(url, { query });
    expect(status).toBe(400);
    if (code) expect(body.errors[0].extensions.code).toBe(code);
  });

  test('it is alive, ready and protects its answers, and has no pages', async () => {
    const answers = await Promise.all(
      ['/health', '/ready', '/'].map((path) => fetch(`${url}${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect(answers[0]?.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

test.each([
  [
    'there is no such file',
    'nowhere.graphql',
    2,
    'Expected a file at nowhere.graphql, found none that can be read.',
  ],
  [
    'the file is no supergraph',
    written('b.graphql', 'type Query { a: Int }'),
    1,
    `${join(folder, 'b.graphql')} is no supergraph: it names no subgraph (enum join__Graph).`,
  ],
  [
    'the supergraph cannot be planned',
    written('d.graphql', 'enum join__Graph { A @join__graph(name: "a", url: "http://a.invalid") }'),
    1,
    `${join(folder, 'd.graphql')} is no supergraph that can be served: The schema is not a valid GraphQL schema.`,
  ],
  [
    'the supergraph protects a field',
    written('e.graphql', supergraphOf({ a: fed('type Query { a: Int @authenticated }') })),
    1,
    `${join(folder, 'e.graphql')} protects fields by @authenticated, which this gateway cannot: it would show them to everybody, so it serves none. Let the subgraphs protect them, which are sent the headers of --header, and compose without.`,
  ],
])('where %s it says so and ends', async (_, path, code, says) => {
  const program = serve('--supergraph', path);
  expect([await program.exit, program.said()]).toEqual([code, `${says}\n`]);
});

test('the command `zellige serve` runs it, and ends it with itself', async () => {
  const command = run(
    ['scripts/zellige/main.ts', 'serve', '--supergraph', file, '--port', '0'],
    {},
  );
  const url = await listening(command);
  const { body } = await ask(url, { query: '{ products { id } }' }, { authorization: 'Bearer me' });
  expect(body.data.products.length).toBe(2);
  expect(await stopped(command)).toBe(0);
  await expect(fetch(`${url}/health`)).rejects.toThrow();
});

test('the command killed takes the gateway with it', async () => {
  const command = run(
    ['scripts/zellige/main.ts', 'serve', '--supergraph', file, '--port', '0'],
    {},
  );
  const url = await listening(command);
  command.child.kill('SIGKILL');
  await command.exit;
  for (let tries = 0; tries < 100 && (await isAlive(url)); tries += 1)
    await new Promise((done) => setTimeout(done, 50));
  expect(await isAlive(url)).toBe(false);
});

const isAlive = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    () => true,
    () => false,
  );
