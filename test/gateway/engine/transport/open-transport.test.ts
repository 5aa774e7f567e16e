import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import { openTransport } from '../../../../gateway/engine/index.ts';
import type { Calling, FaceAnswer, FaceRequest } from '../../../../gateway/members/index.ts';
import { json, openSubgraphServer, type Reply, text } from './subgraph-server.ts';

const LIMITS = {
  connectionsMax: 2,
  answerBytesMax: 1_000,
  headerBytesMax: 2_000,
  sharedCharactersMax: 300,
};

const NOTHING = { method: '', path: '', headers: {}, body: '{}' };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function open(reply: Reply) {
  const server = await openSubgraphServer(reply);
  const subgraphs = ['products', 'reviews'].map((name) => ({ name, url: server.url }));
  const transport = openTransport(subgraphs, LIMITS);
  closing.push(transport.close, server.close);
  const ask = (asked: Partial<FaceRequest> = {}, subgraph = 'products'): Promise<FaceAnswer> =>
    transport.sources[subgraph]?.({ query: '{ a }', variables: {}, calling: until(), ...asked }) ??
    Promise.reject(new Error(`Expected a source for ${subgraph}.`));
  return { server, ask };
}

const until = (signal = new AbortController().signal, forwarded = {}): Calling => ({
  viewer: 'public',
  signal,
  forwarded,
});

/** Answers after some time, each time with the next number. */
function slowly(ms: number): Reply {
  let count = 0;
  return async (reply, came) => {
    count += 1;
    const data = { count };
    await wait(ms);
    json({ data })(reply, came);
  };
}

test('a question is posted as JSON with its name, its variables and the headers of the request', async () => {
  const { server, ask } = await open(json({ data: { a: 1 } }));
  const forwarded = { authorization: 'Bearer me', accept: 'text/html' };
  const answer = await ask({
    query: 'query Me__products__0($i: Int) { a(i: $i, text: "\\"") }',
    operationName: 'Me__products__0',
    variables: { i: 1 },
    calling: until(undefined, forwarded),
  });
  expect(answer).toEqual({ data: { a: 1 } });
  const [{ method, path, headers, body } = NOTHING] = server.came;
  expect({ method, path, body: JSON.parse(body) }).toEqual({
    method: 'POST',
    path: '/graphql?of=test',
    body: {
      query: 'query Me__products__0($i: Int) { a(i: $i, text: "\\"") }',
      operationName: 'Me__products__0',
      variables: { i: 1 },
    },
  });
  expect(headers).toMatchObject({
    authorization: 'Bearer me',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'content-type': 'application/json',
  });
});

const ERRORS = [
  { message: 'No.', path: ['a', 0], extensions: { code: 'NO', why: { deep: 1 } }, locations: [] },
  { message: 7, path: [{}], extensions: 'none' },
  null,
];
const TOLD = [
  { message: 'No.', path: ['a', 0], extensions: { code: 'NO', why: { deep: 1 } } },
  { message: 'The subgraph gave no message.' },
  { message: 'The subgraph gave no message.' },
];

const saying = (code: string, says: string) => ({
  data: null,
  errors: [{ message: `The subgraph products ${says}.`, extensions: { code } }],
});
const NOT_GRAPHQL = saying('SUBGRAPH_NOT_GRAPHQL', 'answered what is no GraphQL in JSON');
const CLOSED = 'the connection was closed before its answer was whole';

test.each<[what: string, reply: Reply, answer: unknown]>([
  ['data is given as it is', json({ data: { a: [{ b: null }] } }), { data: { a: [{ b: null }] } }],
  ['no data is no data', json({ data: null }), { data: null }],
  ['an empty list of errors is none', json({ data: { a: 1 }, errors: [] }), { data: { a: 1 } }],
  [
    'errors pass with message, path and extensions, and what else is there is left out',
    json({ data: { a: null }, errors: ERRORS }),
    { data: { a: null }, errors: TOLD },
  ],
  [
    'errors without data pass whatever the status',
    json({ errors: [{ message: 'No.' }] }, 500),
    { data: null, errors: [{ message: 'No.' }] },
  ],
  ['text that is no JSON is said to be none', text('<html>'), NOT_GRAPHQL],
  ['JSON that is no answer is said to be none', json([1]), NOT_GRAPHQL],
  ['neither data nor errors is no answer', json({ message: 'hello' }), NOT_GRAPHQL],
  ['data that is a list is no answer', json({ data: [] }), NOT_GRAPHQL],
  [
    'a status with no answer in GraphQL is named',
    text('Bad gateway', 502),
    saying('SUBGRAPH_STATUS', 'answered with status 502 and no GraphQL'),
  ],
  [
    'a redirect is not followed',
    (reply) => void reply.writeHead(307, { location: '/elsewhere' }).end(),
    saying('SUBGRAPH_STATUS', 'answered with status 307 and no GraphQL'),
  ],
  [
    'an answer beyond its limit is not read',
    json({ data: { a: 'x'.repeat(1_000) } }),
    saying('SUBGRAPH_TOO_LARGE', 'sent an answer that is larger than its limit'),
  ],
  [
    'headers beyond their limit are not read',
    (reply) => void reply.writeHead(200, { long: 'x'.repeat(4_000) }).end('{}'),
    saying('SUBGRAPH_TOO_LARGE', 'sent headers that are larger than their limit'),
  ],
  [
    'an answer that is cut off is said to be',
    (reply) => {
      reply.writeHead(200, { 'content-length': '100' }).write('{"data":');
      setTimeout(() => reply.destroy(), 20);
    },
    saying('SUBGRAPH_UNREACHABLE', `could not be reached: ${CLOSED} (UND_ERR_SOCKET)`),
  ],
])('%s', async (_, reply, answer) => {
  const { ask, server } = await open(reply);
  expect(await ask()).toEqual(answer);
  expect(server.came.map(({ path }) => path)).toEqual(['/graphql?of=test']);
});

test('a server that is gone is said to be', async () => {
  const { ask, server } = await open(json({}));
  await server.close();
  const says = 'could not be reached: nobody listens at its address (ECONNREFUSED)';
  expect(await ask()).toEqual(saying('SUBGRAPH_UNREACHABLE', says));
});

test('a deadline ends an ask, whatever has come by then, and an ask after it is not sent', async () => {
  const { ask, server } = await open((reply) => void reply.writeHead(200).write('{"data":'));
  const late = saying('SUBGRAPH_TIMEOUT', 'did not answer before the deadline');
  expect(await ask({ calling: until(AbortSignal.timeout(100)) })).toEqual(late);
  expect(await ask({ calling: until(AbortSignal.abort()) })).toEqual(late);
  expect(server.came.length).toBe(1);
});

test('a kept socket that closes under a query costs one more try, and a mutation none', async () => {
  let isTired = false;
  const { ask, server } = await open((reply, came) => {
    const wasTired = isTired;
    isTired = false;
    if (wasTired) reply.socket?.destroy();
    else json({ data: {} })(reply, came);
  });
  await ask();
  isTired = true;
  expect(await ask()).toEqual({ data: {} });
  isTired = true;
  expect(await ask({ query: 'mutation { a }' })).toMatchObject({ data: null });
  expect(server.came.length).toBe(4);
});

test('at most so many connections are open, and they are kept', async () => {
  const { ask, server } = await open(slowly(20));
  const asks = Array.from({ length: 6 }, (_, i) => ask({ variables: { i } }));
  await Promise.all(asks);
  expect([server.came.length, server.sockets()]).toEqual([6, 2]);
});

test('what is asked alike at the same time is asked once, and each asker has an answer of its own', async () => {
  const { ask, server } = await open(slowly(30));
  const [one, other] = await Promise.all([ask(), ask()]);
  expect([one, other]).toEqual([{ data: { count: 1 } }, { data: { count: 1 } }]);
  expect(one?.data).not.toBe(other?.data);
  expect(await ask()).toEqual({ data: { count: 2 } });
  expect(server.came.length).toBe(2);
});

test.each<[what: string, other: Partial<FaceRequest>, subgraph: string]>([
  ['other variables', { variables: { i: 1 } }, 'products'],
  ['another text', { query: '{ b }' }, 'products'],
  ['another name', { operationName: 'A' }, 'products'],
  ['other headers', { calling: until(undefined, { authorization: 'Bearer you' }) }, 'products'],
  ['another subgraph', {}, 'reviews'],
])('%s is another question', async (_, other, subgraph) => {
  const { ask, server } = await open(slowly(30));
  await Promise.all([ask(), ask(other, subgraph)]);
  expect(server.came.length).toBe(2);
});

test('long bodies are not shared', async () => {
  const { ask, server } = await open(slowly(30));
  const variables = { long: 'x'.repeat(300) };
  await Promise.all([ask({ variables }), ask({ variables })]);
  expect(server.came.length).toBe(2);
});

test('mutations are never shared, and nothing is shared across one', async () => {
  const { ask, server } = await open(slowly(60));
  const asks = [ask(), ask({ query: 'mutation { a }' }), ask({ query: 'mutation { a }' }), ask()];
  await Promise.all(asks);
  expect(server.came.length).toBe(4);
});

test('who leaves takes nothing from who waits, and with the last one the exchange ends', async () => {
  let closed = 0;
  const { ask, server } = await open((reply, came) => {
    reply.on('close', () => {
      closed += reply.writableFinished ? 0 : 1;
    });
    void slowly(200)(reply, came);
  });
  const [gone, stays] = await Promise.all([
    ask({ calling: until(AbortSignal.timeout(50)) }),
    ask(),
  ]);
  expect([gone?.data, stays]).toEqual([null, { data: { count: 1 } }]);
  await Promise.all([
    ask({ calling: until(AbortSignal.timeout(50)) }),
    ask({ calling: until(AbortSignal.timeout(60)) }),
  ]);
  await wait(50);
  expect([server.came.length, closed]).toEqual([2, 1]);
});

test('a key called __proto__ stays a key', async () => {
  const { ask } = await open((reply) => void reply.end('{"data":{"__proto__":{"a":1}}}'));
  const { data } = await ask();
  expect([Object.keys(data ?? {}), ({} as { a?: number }).a]).toEqual([['__proto__'], undefined]);
});
