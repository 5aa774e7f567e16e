import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { routeRegistry } from '../../../gateway/registry/index.ts';
import { type Stub, serveStub } from '../server/stub.ts';
import { extensionOf, type GivenRegistry, givenRegistry, urlOf } from './given-registry.ts';
import { newFolder } from './new-folder.ts';

const folder = newFolder();
let registry: GivenRegistry;
let stub: Stub;
let [morocco, congo] = ['', ''];

beforeAll(async () => {
  registry = await givenRegistry(folder);
  stub = await serveStub({ registry: (app) => routeRegistry(app, registry) });
  morocco = await registry.tokenOf('MA');
  congo = await registry.tokenOf('CD');
});
afterAll(async () => {
  await stub.close();
  await registry.close();
});

type Sent = { readonly token?: string; readonly body?: unknown; readonly type?: string };
async function send(request: string, { token, body, type = 'application/json' }: Sent = {}) {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(`${stub.url}/registry${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text) };
}

const MA = { url: urlOf('MA'), extension: extensionOf('MA') };
const CD = { url: urlOf('CD') };

test('a member publishes, goes back, leaves, and all can read it', async () => {
  const published = await send('POST /members/MA/publications', { token: morocco, body: MA });
  expect([published.status, published.body]).toEqual([
    201,
    expect.objectContaining({
      number: 1,
      member: 'MA',
      kind: 'PUBLISH',
      who: 'MA',
      served: { kind: 'swapped', says: 'It is served.' },
    }),
  ]);
  const moved = { url: 'http://127.0.0.1:9/moved' };
  expect(
    await send('POST /members/MA/publications', { token: morocco, body: moved }),
  ).toMatchObject({ status: 201, body: { number: 2 } });
  expect(
    await send('POST /members/MA/rollbacks', { token: morocco, body: { number: 1 } }),
  ).toMatchObject({ status: 201, body: { number: 3, goesBackTo: 1 } });
  expect((await send('GET /members')).body).toEqual({
    number: 3,
    members: [
      {
        ...{ code: 'MA', number: 3, kind: 'ROLLBACK', ...MA, who: 'MA', contractVersion: '1.0' },
        modules: ['MINERALS', 'POLICIES', 'EVENTS'],
        when: expect.any(String),
        hash: expect.any(String),
      },
    ],
  });
  expect(await send('POST /members/MA/withdrawals', { token: morocco })).toMatchObject({
    status: 201,
    body: { number: 4, kind: 'WITHDRAW' },
  });
  expect((await send('GET /members')).body).toEqual({ number: 4, members: [] });
  const { body } = await send('GET /members/MA/publications');
  expect(body).toMatchObject({
    member: 'MA',
    publications: [{ number: 4 }, { number: 3 }, { number: 2 }, { number: 1 }],
  });
  expect((await send('GET /members/CD/publications')).body).toEqual({
    member: 'CD',
    publications: [],
  });
});

const WRITES: readonly (readonly [request: string, body: unknown])[] = [
  ['POST /members/CD/publications', CD],
  ['POST /members/CD/rollbacks', { number: 1 }],
  ['POST /members/CD/withdrawals', {}],
];

test.each(WRITES)('%s is for CD and the operator alone', async (request, body) => {
  const refused = {
    code: 'TOKEN_OF_ANOTHER',
    message: "This token is MA's and cannot publish for CD; take CD's own.",
  };
  expect(await send(request, { token: morocco, body })).toMatchObject({
    status: 403,
    body: refused,
  });
  const nobody = await send(request, { body });
  expect([nobody.status, nobody.body.code, nobody.headers.get('www-authenticate')]).toEqual([
    401,
    'TOKEN_MISSING',
    'Bearer',
  ]);
  expect(await send(request, { token: `${congo}x`, body })).toMatchObject({
    status: 401,
    body: { code: 'TOKEN_UNKNOWN' },
  });
  expect(registry.state().members).toEqual([]);
});

const OPERATORS: readonly (readonly [request: string, body: unknown])[] = [
  ['GET /tokens', undefined],
  ['POST /tokens', { member: 'CD' }],
  ['DELETE /tokens/0123456789ab', undefined],
];

test.each(OPERATORS)('%s is for the operator alone', async (request, body) => {
  expect(await send(request, { token: morocco, body })).toMatchObject({
    status: 403,
    body: { code: 'OPERATOR_ONLY' },
  });
  expect(await send(request, { body })).toMatchObject({
    status: 401,
    body: { code: 'TOKEN_MISSING' },
  });
  expect(await send(request, { token: 'zlg_guessed', body })).toMatchObject({
    status: 401,
    body: { code: 'TOKEN_UNKNOWN' },
  });
});

test('the operator makes a token, which is shown once, and ends it', async () => {
  const { operator: token } = registry;
  const made = await send('POST /tokens', { token, body: { member: 'ZM' } });
  const [id, secret] = [made.body.id, made.body.token];
  expect(made).toMatchObject({
    status: 201,
    body: {
      id: expect.stringMatching(/^[0-9a-f]{12}$/),
      member: 'ZM',
      token: expect.stringMatching(/^zlg_[\w-]{43}$/),
    },
  });
  expect(made.headers.get('cache-control')).toBe('no-store');
  const listed = await send('GET /tokens', { token });
  expect(listed.body.tokens.at(-1)).toEqual({
    id,
    member: 'ZM',
    created: expect.any(String),
    revoked: null,
  });
  expect(JSON.stringify(listed.body)).not.toContain(secret);
  const publish = { token: secret, body: { url: urlOf('ZM') } };
  expect((await send('POST /members/ZM/publications', publish)).status).toBe(201);
  expect((await send(`DELETE /tokens/${id}`, { token })).body).toEqual({ id });
  expect(await send('POST /members/ZM/publications', publish)).toMatchObject({
    status: 401,
    body: { code: 'TOKEN_UNKNOWN' },
  });
  expect(await send(`DELETE /tokens/${id}`, { token })).toMatchObject({
    status: 404,
    body: { code: 'NO_SUCH_TOKEN' },
  });
});

test('no secret is kept: only the operator’s own, in a file for its owner alone', () => {
  const database = ['registry.db', 'registry.db-wal']
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
  for (const secret of [morocco, congo, registry.operator]) expect(database).not.toContain(secret);
  expect(statSync(join(folder, 'operator-token')).mode & 0o777).toBe(0o600);
});

test.each<[string, string, Sent, number, string]>([
  ['an address that is none', 'GET /nothing', {}, 404, 'NO_SUCH_ADDRESS'],
  ['a member that is none', 'POST /members/ma/publications', { body: MA }, 404, 'MEMBER_UNKNOWN'],
  [
    'a form',
    'POST /members/MA/publications',
    { body: 'url=x', type: 'application/x-www-form-urlencoded' },
    415,
    'NOT_JSON',
  ],
  ['a text', 'POST /members/MA/publications', { body: '{}', type: 'text/plain' }, 415, 'NOT_JSON'],
  [
    'other letters',
    'POST /members/MA/publications',
    { body: '{}', type: 'application/json; charset=utf-16' },
    415,
    'NOT_JSON',
  ],
  ['half a body', 'POST /members/MA/publications', { body: '{ "url": ' }, 400, 'BAD_REQUEST'],
  [
    'a body that is too large',
    'POST /members/MA/publications',
    { body: { url: 'x'.repeat(300_000) } },
    413,
    'BODY_TOO_LARGE',
  ],
  ['a token for nobody', 'POST /tokens', { body: { member: 'nobody' } }, 400, 'BAD_REQUEST'],
])('%s is refused with a code and a sentence', async (_, request, sent, status, code) => {
  const answer = await send(request, { token: registry.operator, ...sent });
  expect([answer.status, answer.body]).toEqual([
    status,
    { code, message: expect.stringMatching(/^[A-Z].*\S$/) },
  ]);
});

test('what goes wrong inside is shown to nobody', async () => {
  const broken = {
    ...registry,
    history: () => Promise.reject(new Error('SELECT failed at 10.1.2.3')),
  };
  const other = await serveStub({ registry: (app) => routeRegistry(app, broken) });
  const response = await fetch(`${other.url}/registry/members/MA/publications`);
  expect([response.status, await response.json()]).toEqual([
    500,
    { code: 'INTERNAL', message: 'The registry could not answer; its log says why.' },
  ]);
  expect(JSON.stringify(other.logged)).toContain('SELECT failed');
  await other.close();
});

test('the registry has a rate of its own, over all its addresses', async () => {
  const limited = await serveStub(
    { registry: (app) => routeRegistry(app, registry) },
    { rateLimitLoopback: true },
  );
  const statusOf = async (path: string) => (await fetch(`${limited.url}${path}`)).status;
  for (let count = 0; count < 60; count += 1)
    expect(await statusOf(count % 2 ? '/registry/members' : '/registry/tokens')).not.toBe(429);
  const refused = await fetch(`${limited.url}/registry/members`);
  expect([
    refused.status,
    Number(refused.headers.get('retry-after')) > 0,
    await refused.json(),
  ]).toEqual([
    429,
    true,
    {
      code: 'RATE_EXCEEDED',
      message: expect.stringMatching(
        /^Expected at most 60 requests a minute from one address, got more\. Wait \d+ seconds/,
      ),
    },
  ]);
  expect(await statusOf('/graphql?query={hello}')).toBe(200);
  await limited.close();
});
