import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { openAsking } from '../../../gateway/members/index.ts';
import type { MemberCode } from '../../../schema/index.ts';

const asking = openAsking({ connectionsMax: 2, answerBytesMax: 10_000 });
const servers: Server[] = [];
afterEach(() => {
  for (const each of servers.splice(0)) each.closeAllConnections();
});
afterAll(() => asking.close());

async function askOf(listener: RequestListener, deadlineMs = 2_000) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await askAt(`http://127.0.0.1:${port}/graphql`, deadlineMs);
  server.close();
  return answer;
}
const askAt = (url: string, deadlineMs = 2_000) =>
  asking.send(
    { code: 'MA' as MemberCode, url },
    { query: '{ a }' },
    { viewer: 'public', signal: AbortSignal.timeout(deadlineMs) },
  );
const answers =
  (text: string, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  };
const silent = (reason: string, says: string) => ({ kind: 'silent', reason, says });

test('data and errors of an answer are both kept', async () => {
  const errors = [{ message: 'no', path: ['a'] }];
  expect(await askOf(answers(JSON.stringify({ data: { a: null }, errors })))).toEqual({
    kind: 'answered',
    data: { a: null },
    errors,
  });
});

test('a member is sent the question as JSON', async () => {
  const received: string[] = [];
  await askOf((request, response) => {
    request.on('data', (chunk) => received.push(String(chunk)));
    request.on('end', () => response.end('{"data":{}}'));
    received.push(`${request.method} ${request.url} ${request.headers['content-type']}`);
  });
  expect(received).toEqual(['POST /graphql application/json', '{"query":"{ a }"}']);
});

test.each([
  ['no JSON', answers('<html>'), silent('PROTOCOL_ERROR', 'MA sent no GraphQL answer: <html>')],
  [
    'no data',
    answers('{"data":null}'),
    silent('PROTOCOL_ERROR', 'MA sent no GraphQL answer: {"data":null}'),
  ],
  ['an overload', answers('{}', 503), silent('UNREACHABLE', 'MA answered with status 503.')],
  ['a refusal', answers('{}', 404), silent('PROTOCOL_ERROR', 'MA answered with status 404.')],
  [
    'too long an answer',
    answers(JSON.stringify({ data: { a: 'x'.repeat(20_000) } })),
    silent('PROTOCOL_ERROR', 'MA sent more bytes than an answer may have.'),
  ],
])('%s is a silence with its reason', async (_, listener, expected) => {
  expect(await askOf(listener)).toEqual(expected);
});

test('a redirect is not followed', async () => {
  let asked = 0;
  const answer = await askOf((request, response) => {
    asked += 1;
    response.writeHead(302, { location: `http://${request.headers.host}/elsewhere` }).end();
  });
  expect([answer, asked]).toEqual([silent('PROTOCOL_ERROR', 'MA answered with status 302.'), 1]);
});

test('a member that accepts and says nothing is silent at the deadline', async () => {
  expect(await askOf(() => {}, 100)).toEqual(
    silent('TIMEOUT', 'MA did not answer before the deadline.'),
  );
});

test('a member that stops in the middle of its answer is silent at the deadline', async () => {
  const half: RequestListener = (_, response) => void response.write('{"data":');
  expect(await askOf(half, 100)).toEqual(
    silent('TIMEOUT', 'MA did not answer before the deadline.'),
  );
});

test('a member that is not there is unreachable', async () => {
  expect(await askAt('http://127.0.0.1:1/graphql')).toEqual(
    silent('UNREACHABLE', 'MA could not be reached: ECONNREFUSED.'),
  );
});

test('errors that are none are kept as text, without what has no sense, and at most a hundred', async () => {
  const errors = [
    null,
    { message: 5, path: 'x', extensions: [] },
    { message: 'no', path: ['a', 0] },
  ];
  const many = [...errors, ...Array(200).fill({ message: 'x' })];
  const answer = await askOf(answers(JSON.stringify({ data: {}, errors: many })));
  if (answer.kind === 'silent') throw new Error(answer.says);
  expect(answer.errors.slice(0, 3)).toEqual([
    { message: 'It gave no message.' },
    { message: 'It gave no message.' },
    { message: 'no', path: ['a', 0] },
  ]);
  expect(answer.errors).toHaveLength(100);
});
