import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { REFUSALS } from '../../../schema/index.ts';
import { type Stub, serveStub } from './stub.ts';

let stub: Stub;
beforeAll(async () => {
  stub = await serveStub();
});
afterAll(() => stub.close());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${stub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const get = (query: string) => fetch(`${stub.url}/graphql?${new URLSearchParams({ query })}`);

const told = async (answer: Response) => ({ status: answer.status, body: await answer.json() });

test('a question is answered in the media type that its sender prefers', async () => {
  const json = await post({ query: '{ hello }' }, { accept: 'application/json' });
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const graphql = await post(
    { query: '{ hello }' },
    { accept: 'application/graphql-response+json' },
  );
  expect(graphql.headers.get('content-type')).toBe(
    'application/graphql-response+json; charset=utf-8',
  );
  expect(await graphql.json()).toEqual({ data: { hello: 'salam' } });
  const neither = await post({ query: '{ hello }' }, { accept: 'text/csv' });
  expect(neither.status).toBe(406);
});

test('GET answers queries without any special header', async () => {
  expect(await told(await get('{ hello }'))).toEqual({
    status: 200,
    body: { data: { hello: 'salam' } },
  });
});

test.each([
  ['text/plain', '{"query":"{ hello }"}'],
  ['application/x-www-form-urlencoded', 'query={hello}'],
  ['multipart/form-data; boundary=x', '--x--'],
  ['application/graphql', '{ hello }'],
])('a POST of %s is refused with 415', async (type, body) => {
  const answer = await fetch(`${stub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  expect(await told(answer)).toEqual({
    status: 415,
    body: {
      errors: [
        {
          message: 'A POST to /graphql has the content type application/json.',
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    },
  });
});

test('a body that is no JSON, or larger than the limit, is refused', async () => {
  const broken = await fetch(`${stub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":',
  });
  expect(broken.status).toBe(400);
  const fits = await post({ query: '{ hello }', extensions: { padding: 'x'.repeat(1_048_500) } });
  expect(fits.status).toBe(200);
  const large = await post({ query: '{ hello }', extensions: { padding: 'x'.repeat(1_048_576) } });
  expect(await told(large)).toMatchObject({
    status: 413,
    body: { errors: [{ message: 'The body is larger than 1 MiB; ask a shorter question.' }] },
  });
});

test('a method other than GET and POST is refused with 405', async () => {
  const answer = await fetch(`${stub.url}/graphql`, { method: 'DELETE' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
});

test('what is refused between validation and execution has the status of its refusal, too', async () => {
  expect(await told(await post({ query: 'query Forged { hello }' }))).toEqual({
    status: 400,
    body: { errors: [{ message: 'Not a cursor.', extensions: { code: 'BAD_CURSOR' } }] },
  });
});

test('what is refused before execution has the code and the status of its refusal', async () => {
  expect(await told(await post({ query: '{ hello(first: 501) }' }))).toEqual({
    status: 400,
    body: {
      errors: [
        {
          message: '`first` is 1 to 500.',
          locations: [{ line: 1, column: 16 }],
          extensions: { code: 'PAGE_SIZE' },
        },
      ],
    },
  });
});

test.each([
  ['{ hello', 'GRAPHQL_PARSE_FAILED'],
  ['{ bonjour }', 'GRAPHQL_VALIDATION_FAILED'],
])('the mistake in %s is told as %s', async (query, code) => {
  expect(await told(await post({ query }))).toMatchObject({
    status: 400,
    body: { errors: [{ extensions: { code } }] },
  });
});

test.each([
  ['{ hello }', 'B', 'Expected no `operationName`, since the operation of this document has none.'],
  [
    'query A { hello } query B { hello }',
    'C',
    'Expected `operationName` to be one of this document: A, B.',
  ],
  [
    'query A { hello } query B { hello }',
    undefined,
    'Expected `operationName` to be one of this document: A, B.',
  ],
])('in %s there is no operation %s, which is told', async (query, operationName, message) => {
  expect(await told(await post({ query, operationName }))).toEqual({
    status: 400,
    body: { errors: [{ message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] },
  });
});

test('a silent member is an error on its field, and the rest is answered', async () => {
  expect(await told(await post({ query: '{ hello silent }' }))).toEqual({
    status: 200,
    body: {
      data: { hello: 'salam', silent: null },
      errors: [
        {
          message: 'MA did not answer.',
          locations: [{ line: 1, column: 9 }],
          path: ['silent'],
          extensions: { code: 'MEMBER_UNAVAILABLE', member: 'MA' },
        },
      ],
    },
  });
});

test('what we did wrong is logged with its cause and shown to nobody', async () => {
  expect(await told(await post({ query: '{ broken }' }))).toEqual({
    status: 200,
    body: {
      data: { broken: null },
      errors: [
        {
          message: 'The gateway could not answer.',
          locations: [{ line: 1, column: 3 }],
          path: ['broken'],
          extensions: { code: 'INTERNAL' },
        },
      ],
    },
  });
  expect(stub.logged.at(-1)).toMatchObject({
    msg: 'A question could not be answered.',
    err: { message: expect.stringContaining('connect ECONNREFUSED 10.1.2.3:3306') },
  });
});

test('introspection is open, and no page of Apollo is served', async () => {
  expect(await told(await get('{ __schema { queryType { name } } }'))).toMatchObject({
    status: 200,
  });
  const page = await fetch(`${stub.url}/graphql`, { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([
    406,
    'application/json; charset=utf-8',
  ]);
});

const DEFER = '{ hello ... @defer { silent } }';
test.each([
  [DEFER, 'application/json', 'DEFER_NOT_OFFERED'],
  [DEFER, 'multipart/mixed; deferSpec=20220824', 'DEFER_NOT_OFFERED'],
  [DEFER, 'multipart/mixed; incrementalSpec=v0.2, application/json', 'DEFER_NOT_OFFERED'],
  ['{ hello @stream(initialCount: 1) }', 'application/json', 'STREAM_NOT_OFFERED'],
  ['{ hello @stream }', 'multipart/mixed', 'STREAM_NOT_OFFERED'],
  ['subscription { hello }', 'application/json', 'SUBSCRIPTION_NOT_OFFERED'],
  ['subscription { hello }', 'text/event-stream', 'SUBSCRIPTION_NOT_OFFERED'],
  [
    'subscription { hello }',
    'multipart/mixed; subscriptionSpec=1.0, application/json',
    'SUBSCRIPTION_NOT_OFFERED',
  ],
] as const)('%s is refused under %s as %s', async (query, accept, code) => {
  for (const times of ['once', 'again']) {
    const answer = await post({ query, extensions: { times } }, { accept });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await told(answer)).toMatchObject({
      status: 400,
      body: { errors: [{ message: REFUSALS[code].says, extensions: { code } }] },
    });
  }
});

test('who reads answers in parts alone has no other question answered', async () => {
  const answer = await post({ query: '{ hello }' }, { accept: 'multipart/mixed' });
  expect([answer.status, await answer.json()]).toEqual([
    406,
    { errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }] },
  ]);
});

test('a question is not known by its hash', async () => {
  const persistedQuery = { version: 1, sha256Hash: 'abc' };
  const answer = await post({ extensions: { persistedQuery } });
  expect(answer.headers.get('cache-control')).toBe('private, no-cache, must-revalidate');
  expect(await told(answer)).toEqual({
    status: 200,
    body: {
      errors: [
        {
          message: 'PersistedQueryNotSupported',
          extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
        },
      ],
    },
  });
});

test('variables that are not as declared are a mistake of who asks', async () => {
  const query = 'query ($first: Int!) { hello(first: $first) }';
  expect(await told(await post({ query, variables: { first: 'one' } }))).toMatchObject({
    status: 400,
    body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
  });
});

test.each([
  [{}],
  [{ query: 1 }],
  [{ query: { kind: 'Document' } }],
  [{ query: '{ hello }', variables: [] }],
  [{ query: '{ hello }', variables: '{}' }],
  [{ query: '{ hello }', extensions: 'none' }],
  [{ query: '{ hello }', operationName: 1 }],
  [{ query: '' }],
  [{ query: null }],
  [{ variables: {} }],
  [[]],
  ['{ hello }'],
  [null],
])('%j is no question', async (body) => {
  expect(await told(await post(body))).toMatchObject({
    status: 400,
    body: { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
  });
});

test.each([
  ['query={hello}&query={hello}', 400],
  ['query={hello}&variables={', 400],
  ['query={hello}&variables=[]', 400],
  ['query={hello}&extensions=1', 400],
  ['query={hello}&variables={}&extensions={}', 200],
  ['query=query+Q{hello}&operationName=Q', 200],
  ['', 400],
])('a GET of ?%s is answered %i', async (parts, status) => {
  expect((await fetch(`${stub.url}/graphql?${parts}`)).status).toBe(status);
});

test('a GET of another content type than JSON is refused with 415', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await fetch(`${stub.url}/graphql?query={hello}`, { headers })).status).toBe(415);
});

test('what breaks before a question is read is a fault of ours, too', async () => {
  const context = () => {
    throw new Error('connect ECONNREFUSED 10.1.2.3:3306');
  };
  const breaking = await serveStub({ context });
  const answer = await fetch(`${breaking.url}/graphql?query={hello}`);
  expect(await told(answer)).toEqual({
    status: 500,
    body: {
      errors: [{ message: 'The gateway could not answer.', extensions: { code: 'INTERNAL' } }],
    },
  });
  await breaking.close();
});
