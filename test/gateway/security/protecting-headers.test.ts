import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { HttpAnswer, HttpRequest } from './exchange.ts';
import { type GuardedGateway, openGuardedGateway } from './guarded-gateway.ts';

let gateway: GuardedGateway;
beforeAll(async () => {
  gateway = await openGuardedGateway();
});
afterAll(() => gateway.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string, headers: HttpRequest['headers'] = JSON_TYPE): HttpRequest => ({
  method: 'POST',
  headers,
  body,
});
const asking = (query: string) => post(JSON.stringify({ query }));

/** Every page, and every way to be refused on the way to one; each with the status it has. */
const ANSWERS: readonly (readonly [what: string, status: number, HttpRequest])[] = [
  ['the explorer', 200, { path: '/' }],
  ['readiness', 200, { path: '/ready' }],
  ['health', 200, { path: '/health' }],
  ['the members, as a page', 200, { path: '/members' }],
  ['the members, as JSON', 200, { path: '/members', headers: { accept: 'application/json' } }],
  ['the metrics', 200, { path: '/metrics' }],
  [
    'the metrics for a stranger',
    403,
    { path: '/metrics', headers: { 'x-forwarded-for': '192.0.2.1' } },
  ],
  ['an answer to a GET', 200, { path: '/graphql?query={__typename}' }],
  ['an answer to a POST', 200, asking('{ sites { edges { node { id } } } }')],
  ['no such page', 404, { path: '/nowhere' }],
  ['no such page, as JSON', 404, { path: '/nowhere', headers: { accept: 'application/json' } }],
  ['no such asset', 404, { path: '/assets/x/%2e%2e%2f%2e%2e%2fpackage.json' }],
  ['a page of another host', 404, { path: '//elsewhere.example/' }],
  ['a trace', 404, { method: 'TRACE', path: '/' }],
  [
    'a page that takes no POST',
    404,
    { method: 'POST', path: '/members', headers: JSON_TYPE, body: '{}' },
  ],
  [
    'a preflight of another site',
    204,
    {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    },
  ],
  ['no preflight', 400, { method: 'OPTIONS' }],
  ['another method', 405, { method: 'DELETE' }],
  ['no question', 400, { path: '/graphql' }],
  ['half a question', 400, { path: '/graphql?query={' }],
  ['a mistake', 400, { path: '/graphql?query={nowhere}' }],
  ['half the variables', 400, { path: '/graphql?query={__typename}&variables={' }],
  ['a mutation by GET', 405, { path: '/graphql?query=mutation{x}' }],
  ['a mutation by POST', 400, asking('mutation { x }')],
  [
    'an answer in another format',
    406,
    { path: '/graphql?query={__typename}', headers: { accept: 'text/csv' } },
  ],
  ['a page too large', 400, asking('{ sites(first: 501) { total { count } } }')],
  ['a forged cursor', 400, asking('{ sites(after: "x") { total { count } } }')],
  ['a question too deep', 400, asking(`${'{ a '.repeat(40)}${'}'.repeat(40)}`)],
  ['a question too long', 400, asking(`{ __typename } #${'x'.repeat(70_000)}`)],
  ['several questions', 400, post('[{"query":"{ __typename }"}]')],
  ['half a body', 400, post('{')],
  ['no body', 400, post('')],
  ['a question that is no text', 400, post('{"query":{"kind":"Document"}}')],
  ['variables that are none', 400, post('{"query":"{ __typename }","variables":7}')],
  [
    'a bad option',
    400,
    post('{"query":"{ __typename }","extensions":{"zellige":{"onMissing":"x"}}}'),
  ],
  ['a body too large', 413, post(`"${'x'.repeat(1_100_000)}"`)],
  ['a form', 415, post('{}', { 'content-type': 'text/plain' })],
  ['a body compressed', 415, post('{}', { ...JSON_TYPE, 'content-encoding': 'gzip' })],
  ['an address that cannot be read', 400, { path: '/%' }],
  ['an address that is no UTF-8', 400, { path: '/graphql/%E0%A4%A' }],
  ['headers too long', 431, { path: '/', headers: { 'x-long': 'x'.repeat(20_000) } }],
];

/** Whatever a browser is told to do with an answer; of the rest each route may say its own. */
const PROTECTING = {
  'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};
/** What tells a stranger what runs here. */
const TELLING = /^(server|x-powered-by|via|set-cookie|access-control-allow-(origin|credentials))$/;

function expectProtected({ headers, body }: HttpAnswer): void {
  expect(Object.fromEntries(headers)).toMatchObject(PROTECTING);
  expect(headers.map(([name]) => name).filter((name) => TELLING.test(name))).toEqual([]);
  expect(body).not.toMatch(INSIDES);
}

/** Of a stack trace, of where this runs, and of the libraries it stands on. */
const INSIDES =
  /\n\s+at |\bat [\w.<>]+ \(|\.(ts|js|mjs|cjs):\d|node_modules|file:\/\/|stacktrace|FST_ERR|\/(home|tmp|usr|app)\//i;

test.each(ANSWERS)(
  '%s (%i) comes with the headers that protect, and without a stack trace',
  async (_, status, request) => {
    const answer = await gateway.send(request);
    expect(answer.status).toBe(status);
    expectProtected(answer);
  },
);

/** Headers that a stranger may write, each with a text of its own that can be found again. */
const MARK = 'zq7marked';
const WRITTEN = {
  'x-request-id': MARK,
  'user-agent': MARK,
  referer: `https://${MARK}.example/`,
  origin: `https://${MARK}.example`,
  'accept-language': MARK,
  authorization: `Bearer ${MARK}`,
  cookie: `a=${MARK}`,
  'x-forwarded-host': MARK,
  'x-forwarded-proto': MARK,
  forwarded: `host=${MARK}`,
  traceparent: MARK,
  'x-http-method-override': MARK,
  'x-api-key': MARK,
  [MARK]: '1',
  host: `${MARK}.example`,
};

test.each(ANSWERS)(
  '%s (%i) says nothing of the headers that the request came with',
  async (_, _status, request) => {
    const { headers, body } = await gateway.send({
      ...request,
      headers: { ...WRITTEN, ...request.headers },
    });
    expect(JSON.stringify([headers, body])).not.toMatch(new RegExp(MARK, 'i'));
  },
);

test.each([
  ['a content type', { 'content-type': `text/${MARK}` }, 415],
  ['a charset', { 'content-type': `application/json; charset=${MARK}` }, 415],
  ['a content encoding', { ...JSON_TYPE, 'content-encoding': MARK }, 415],
  ['a media type that is wanted', { ...JSON_TYPE, accept: `text/${MARK}` }, 406],
  ['a length', { ...JSON_TYPE, 'content-length': MARK }, 400],
  ['an encoding of transfer', { ...JSON_TYPE, 'transfer-encoding': MARK }, 400],
])('%s that is refused is not said back', async (_, headers, status) => {
  const answer = await gateway.send(post('{"query":"{ __typename }"}', headers as never));
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer)).not.toMatch(new RegExp(MARK, 'i'));
  expectProtected(answer);
});

/** What a server answers to bytes that are no request. */
function answerTo(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });
}

test.each([
  ['no HTTP', `${MARK} ${MARK}\r\n\r\n`],
  ['a method that does not exist', `${MARK.toUpperCase()} / HTTP/1.1\r\nhost: x\r\n\r\n`],
  ['a header that is none', `GET / HTTP/1.1\r\n${MARK}\r\n\r\n`],
  [
    'two lengths',
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n${MARK}`,
  ],
  [
    'a length and chunks',
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'a line break in a header',
    `GET / HTTP/1.1\r\nhost: x\r\nx: ${MARK}\nset-cookie: ${MARK}\r\n\r\n\0`,
  ],
])('bytes that are %s get one sentence with the headers that protect', async (_, bytes) => {
  const [head = '', body = ''] = (await answerTo(bytes)).split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  expect(line).toBe('HTTP/1.1 400 Bad Request');
  const headers = lines.map((each): readonly [string, string] => [
    each.slice(0, each.indexOf(':')),
    each.slice(each.indexOf(':') + 2),
  ]);
  expectProtected({ status: 400, headers, body });
  expect(JSON.parse(body)).toEqual({
    errors: [
      {
        message: 'Expected a request in HTTP/1.1, got one that cannot be read.',
        extensions: { code: 'BAD_REQUEST' },
      },
    ],
  });
  expect(head).not.toMatch(new RegExp(MARK, 'i'));
});
