import { readFileSync } from 'node:fs';
import { createServer, Server as HttpServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, expect, test } from '@jest/globals';
import { verify } from '../../../schema/audits/index.ts';
import { sayWhySilent } from '../../../schema/audits/silence.ts';
import { FULL } from '../../oracle/config.ts';

const open: Server[] = [];
afterAll(() => {
  for (const each of open) {
    each.close();
    if (each instanceof HttpServer) each.closeAllConnections();
  }
});

async function listen(server: Server, scheme = 'http'): Promise<string> {
  open.push(server);
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}
const answering = (status: number, type: string, body: string, headers = {}): RequestListener => {
  return (_request, reply) =>
    reply.writeHead(status, { 'content-type': type, ...headers }).end(body);
};
const http = (...given: Parameters<typeof answering>) => listen(createServer(answering(...given)));
const tls = (pem: string): Promise<string> => {
  const text = readFileSync(`test/zoo/tls/${pem}.pem`, 'utf8');
  return listen(
    createTlsServer({ key: text, cert: text }, answering(200, 'text/html', '')),
    'https',
  );
};
const json = (answer: unknown) => http(200, 'application/json', JSON.stringify(answer));

async function saysOf(url: string): Promise<string> {
  const verified = await verify({ url });
  if (verified.kind === 'verified') return 'It is a member.';
  return verified.says.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST');
}

test('where nobody listens, the audit says so', async () => {
  const server = createServer();
  const url = await listen(server);
  await new Promise((closed) => server.close(closed));
  expect(await saysOf(url)).toBe(
    'http://HOST/graphql does not answer. Nobody listens there: the connection was refused. Start the server, or correct the host and port.',
  );
});

test('a name that is not found, and what is no URL, are told', async () => {
  const nobody = `http://${'x'.repeat(64)}.invalid/graphql`;
  expect(await saysOf(nobody)).toBe(
    `${nobody} does not answer. The name of its host is not found. Correct the name, or register it.`,
  );
  expect(await saysOf('nonsense')).toBe(
    'nonsense does not answer. That is no URL of a server. Write one such as https://data.example.org/graphql.',
  );
});

test('a page for people is told from GraphQL', async () => {
  expect(await saysOf(await http(200, 'text/html', '<!doctype html><p>Welcome</p>'))).toBe(
    'http://HOST/graphql answers with a page for people (200, HTML), not with GraphQL. Give the URL of the GraphQL endpoint, often ending in /graphql.',
  );
});

test('a redirect is not followed, and told', async () => {
  const url = await http(301, 'text/plain', '', { location: 'https://elsewhere.example/' });
  expect(await saysOf(url)).toBe(
    'http://HOST/graphql sends elsewhere, to https://elsewhere.example/. Give the URL of the GraphQL endpoint itself; redirects are not followed.',
  );
});

test('a login, a failing server and other JSON are told', async () => {
  expect(await saysOf(await http(401, 'application/json', '{}'))).toBe(
    'http://HOST/graphql answers 401: it does not let this audit in. Let it be asked from here without a login.',
  );
  expect(await saysOf(await http(502, 'text/plain', 'Bad gateway'))).toBe(
    'http://HOST/graphql answers 502: the server fails. See its log.',
  );
  expect(await saysOf(await json({ hello: 'world' }))).toBe(
    'http://HOST/graphql answers 200 with "{\\"hello\\":\\"world\\"}", which is no GraphQL answer. Give the URL of the GraphQL endpoint.',
  );
});

test('an empty body is told', async () => {
  expect(await saysOf(await http(204, 'application/json', ''))).toBe(
    'http://HOST/graphql answers 204 with an empty body, which is no GraphQL answer. Give the URL of the GraphQL endpoint; where it is that, see its log.',
  );
});

test.each(['gzip', 'br', 'deflate'])(
  'what says that it is %s and is not is told',
  async (encoding) => {
    const url = await http(200, 'application/json', '{"data":{}}', {
      'content-encoding': encoding,
    });
    expect(await saysOf(url)).toBe(
      'http://HOST/graphql does not answer. What it sends cannot be unpacked: its `content-encoding` names a compression that its body has not. Send it as it is, or compress it once.',
    );
  },
);

/** It takes as long as an audit waits, so only in the full tests. */
if (FULL)
  test('one that takes the question and never answers is told', async () => {
    expect(await saysOf(await listen(createServer(() => undefined)))).toBe(NOT_IN_TIME);
  });
const NOT_IN_TIME =
  'http://HOST/graphql does not answer. It did not answer in time. See that it runs and can be reached from here.';

test('a time that is over is told', () => {
  const over = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  expect(sayWhySilent('http://HOST/graphql', over)).toBe(NOT_IN_TIME);
});

test('GraphQL without the contract is told', async () => {
  const url = await json({
    errors: [{ message: 'Cannot query field "members" on type "Query".' }],
  });
  expect(await saysOf(url)).toBe(
    'http://HOST/graphql speaks GraphQL, and does not serve the contract: asked for `members { list { code contractVersion modules } }` it says "Cannot query field \\"members\\" on type \\"Query\\".". Serve schema/generated/member.graphql there, or give the member\'s URL.',
  );
});

test('a gateway is told from a member', async () => {
  const list = ['MA', 'ZM'].map((code) => ({ code, contractVersion: '1.0', modules: [] }));
  expect(await saysOf(await json({ data: { members: { list } } }))).toBe(
    "http://HOST/graphql speaks for 2 members, as a gateway does. Give the URL of one member's own server.",
  );
});

test('one that says nothing of itself is told', async () => {
  expect(await saysOf(await json({ data: { members: { list: [] } } }))).toBe(
    'http://HOST/graphql serves `members`, and its list is empty. Let `members { list }` hold one entry, what the member says of itself.',
  );
});

test('what is wrong with TLS is told', async () => {
  const secure = await tls('another');
  const plain = await http(200, 'text/html', '');
  expect([
    await saysOf(secure),
    await saysOf(plain.replace('http:', 'https:')),
    await saysOf(secure.replace('https:', 'http:')),
  ]).toEqual([
    'https://HOST/graphql does not answer. Its TLS certificate is not signed by an authority that is trusted here. Get one from a public authority, or name yours in NODE_EXTRA_CA_CERTS.',
    'https://HOST/graphql does not answer. What listens there does not speak TLS. Write http:// in place of https://, or give the server its certificate.',
    'http://HOST/graphql does not answer. It broke the connection off, or speaks no HTTP. Where the server has a TLS certificate, write https:// in place of http://.',
  ]);
});

test.each([
  ['CERT_HAS_EXPIRED', 'Its TLS certificate has expired. Renew it.'],
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'Its TLS certificate is for another host name. Give it one for the name in the URL.',
  ],
  ['ETIMEDOUT', 'It did not answer in time. See that it runs and can be reached from here.'],
  ['EHOSTUNREACH', 'No way leads there from here. See to the network and its firewalls.'],
  ['EODD', 'The connection failed: TypeError: fetch failed EODD.'],
])('%s is told in words', (code, says) => {
  const cause = Object.assign(new Error('no'), { code });
  const failed = new TypeError('fetch failed', { cause });
  expect(sayWhySilent('https://a.example', failed)).toBe(
    `https://a.example does not answer. ${says}`,
  );
});
