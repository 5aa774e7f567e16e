import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { openAsking } from '../../../../gateway/members/index.ts';
import type { MemberCode } from '../../../../schema/index.ts';
import { SMALL } from './ask-limits.ts';

const asking = openAsking(SMALL, { allowsPrivate: true });
const servers: Server[] = [];
let url = '';
beforeEach(() => asking.reset());
afterEach(() => {
  for (const each of servers.splice(0)) each.closeAllConnections();
});
afterAll(() => asking.close());

async function askOf(listener: RequestListener, deadlineMs = 2_000) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  const answer = await askAt(url, deadlineMs);
  server.close();
  return answer;
}
const askAt = (at: string, deadlineMs = 2_000) =>
  asking.send(
    { code: 'MA' as MemberCode, url: at },
    { query: '{ a }' },
    { viewer: 'public', signal: AbortSignal.timeout(deadlineMs) },
  );
type Headers = Readonly<Record<string, string>>;
const JSON_TYPE = { 'content-type': 'application/json' };
const answers =
  (body: string | Buffer, headers: Headers = JSON_TYPE, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };
const silent = (reason: string, says: string) => ({ kind: 'silent', reason, says });
const broken = (sent: string) => [
  'PROTOCOL_ERROR',
  `MA sent ${sent} from URL, where { "data": { ... } } is due.`,
];

test('data and errors of an answer are both kept', async () => {
  const errors = [{ message: 'no', path: ['a'] }];
  expect(await askOf(answers(JSON.stringify({ data: { a: null }, errors })))).toEqual({
    kind: 'answered',
    data: { a: null },
    errors,
  });
});

test('a member is sent the question as JSON, and not told that it may compress', async () => {
  const received: unknown[] = [];
  await askOf((request, response) => {
    request.on('data', (chunk) => received.push(String(chunk)));
    request.on('end', () => response.writeHead(200, JSON_TYPE).end('{"data":{}}'));
    const { 'content-type': type, 'accept-encoding': encoding, accept } = request.headers;
    received.push([request.method, request.url, type, accept, encoding]);
  });
  expect(received).toEqual([
    ['POST', '/graphql', 'application/json', 'application/json', undefined],
    '{"query":"{ a }"}',
  ]);
});

test.each([
  'application/json; charset=utf-8',
  'application/graphql-response+json;charset="UTF-8"',
  'Application/JSON',
])('an answer of type %s is read', async (type) => {
  expect(await askOf(answers('{"data":{}}', { 'content-type': type }))).toMatchObject({
    kind: 'answered',
  });
});

const text = (status: number, headers: Headers = JSON_TYPE) => answers('{}', headers, status);
const OK = '{"data":{"a":1}}';
const due = (status: number, more = '') =>
  `MA answered with status ${status} from URL where 200 is due${more}.`;
const JSON_IS_DUE = 'where JSON in UTF-8 is due (content-type: application/json)';

test.each([
  ['no JSON', answers('<html>'), broken('no JSON object but "<html>"')],
  ['a list', answers('[]'), broken('no JSON object but "[]"')],
  ['nothing', answers(''), broken('no JSON object but nothing')],
  ['no data', answers('{"data":null}'), broken('no data and no error but "{\\"data\\":null}"')],
  [
    'no data but an error',
    answers('{"data":null,"errors":[{"message":"No column."}]}'),
    broken('no data, but the error "No column."'),
  ],
  [
    'a page for people',
    answers('<p>', { 'content-type': 'text/html' }),
    ['PROTOCOL_ERROR', `MA sent "text/html" ${JSON_IS_DUE} from URL.`],
  ],
  ['no type', answers(OK, {}), ['PROTOCOL_ERROR', `MA sent nothing ${JSON_IS_DUE} from URL.`]],
  [
    'another charset',
    answers(OK, { 'content-type': 'application/json; charset=utf-16' }),
    ['PROTOCOL_ERROR', `MA sent "application/json; charset=utf-16" ${JSON_IS_DUE} from URL.`],
  ],
  [
    'a compressed answer',
    answers(gzipSync(Buffer.alloc(1_000_000, ' ')), { ...JSON_TYPE, 'content-encoding': 'gzip' }),
    [
      'PROTOCOL_ERROR',
      'MA sent a body in "gzip" where none is asked for (content-encoding) from URL.',
    ],
  ],
  ['a mark of byte order', answers(`\ufeff${OK}`), broken('a mark of byte order before its JSON')],
  ['UTF-16', answers(Buffer.from(`\ufeff${OK}`, 'utf16le')), broken('bytes that are no UTF-8')],
  ['no text', answers(Buffer.from([0x7b, 0xff])), broken('bytes that are no UTF-8')],
  [
    'a number beyond 2^53',
    answers('{"data":{"a":-9007199254740993}}'),
    broken(
      'the number 9007199254740993, which would lose digits; one beyond 2^53 is written as a text',
    ),
  ],
  [
    'lists in lists',
    answers(`{"data":{"a":${'['.repeat(19)}${']'.repeat(19)}}}`),
    broken('lists and objects nested deeper than 20'),
  ],
  [
    '100,000 lists in lists, cut off',
    answers(`{"data":{"a":${'['.repeat(9_900)}`),
    broken('lists and objects nested deeper than 20'),
  ],
  ['an overload', text(503), ['UNREACHABLE', due(503)]],
  ['a failure', text(500), ['UNREACHABLE', due(500)]],
  ['a refusal', text(404), ['PROTOCOL_ERROR', due(404)]],
  [
    'no content',
    text(204),
    ['PROTOCOL_ERROR', due(204, ': even an answer without rows has a body')],
  ],
  [
    'an answer that says that it is too long',
    answers('x'.repeat(20_017), { ...JSON_TYPE, 'content-length': '20017' }),
    ['PROTOCOL_ERROR', 'MA sent an answer of 20017 bytes where 10000 are the most from URL.'],
  ],
])('%s is a silence with its reason', async (_, listener, [reason = '', says = '']) => {
  expect(await askOf(listener)).toEqual(silent(reason, says.replace('URL', url)));
});

test('an answer that turns out too long is cut off there', async () => {
  let sent = 0;
  const answer = await askOf((_, response) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => {
      sent += 1;
      response.write(' '.repeat(1_000));
    }, 1);
    response.on('close', () => clearInterval(timer));
  });
  expect(answer).toEqual(
    silent('PROTOCOL_ERROR', `MA sent more than 10000 bytes in one answer from ${url}.`),
  );
  expect(sent).toBeLessThan(30);
});

test('keys called __proto__ and constructor are keys like any other, and change nothing else', async () => {
  const body = '{"data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}}}}';
  const answer = await askOf(answers(body));
  if (answer.kind === 'silent') throw new Error(answer.says);
  expect(Object.keys(answer.data)).toEqual(['__proto__', 'constructor']);
  expect([Reflect.get({}, 'polluted'), Reflect.get(answer.data, 'polluted')]).toEqual([
    undefined,
    undefined,
  ]);
});

test('of two equal keys the last counts', async () => {
  expect(await askOf(answers('{"data":{"a":1,"a":2},"data":{"a":3}}'))).toMatchObject({
    data: { a: 3 },
  });
});

test.each([
  ['9007199254740991', 9_007_199_254_740_991],
  ['0.12345678901234567890', 0.123_456_789_012_345_68],
  ['1e300', 1e300],
  ['12345678901234567.5', 12_345_678_901_234_568],
  ['"9007199254740993, [[[[[[[[[[[[[[[[[[[[[["', '9007199254740993, [[[[[[[[[[[[[[[[[[[[[['],
  ['"\\"9007199254740993"', '"9007199254740993'],
])('%s is read as it is', async (json, a) => {
  expect(await askOf(answers(`{"data":{"a":${json}}}`))).toMatchObject({ data: { a } });
});

test('a redirect is not followed', async () => {
  let asked = 0;
  const answer = await askOf((request, response) => {
    asked += 1;
    response.writeHead(302, { location: `http://${request.headers.host}/elsewhere` }).end();
  });
  const elsewhere = JSON.stringify(url.replace('graphql', 'elsewhere'));
  const says = due(
    302,
    `: it sends us to ${elsewhere}, and no redirect is followed; its address here must be the final one`,
  ).replace('URL', url);
  expect([answer, asked]).toEqual([silent('PROTOCOL_ERROR', says), 1]);
});

test('a member that accepts and says nothing is silent at the deadline', async () => {
  expect(await askOf(() => {}, 100)).toEqual(
    silent('TIMEOUT', 'MA did not answer before the deadline.'),
  );
});

test('the deadline is of the whole answer, not of its next byte', async () => {
  const answer = await askOf((_, response) => {
    response.writeHead(200, JSON_TYPE);
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  }, 200);
  expect(answer).toEqual(silent('TIMEOUT', 'MA did not answer before the deadline.'));
});

test('a member that is not there is unreachable', async () => {
  expect(await askAt('http://127.0.0.1:1/graphql')).toEqual(
    silent(
      'UNREACHABLE',
      'MA could not be reached at http://127.0.0.1:1/graphql: nobody listens there (ECONNREFUSED).',
    ),
  );
});

test('errors that are none are kept as text, without what has no sense, and at most a hundred', async () => {
  const errors = [
    null,
    { message: 5, path: 'x', extensions: [] },
    { message: 'no', path: ['a', 0], extensions: { long: 'x'.repeat(2_000) } },
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
