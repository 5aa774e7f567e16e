import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import type { OnHttp } from '../../../gateway/server/index.ts';
import { serveStub } from './stub.ts';

/** A server that keeps what it tells of its requests, without the time they took. */
async function observed() {
  const told: object[] = [];
  const contexts: unknown[] = [];
  const onAnswered = ({ tookMs, ...rest }: OnHttp, context: unknown) => {
    told.push({ ...rest, isTimed: tookMs > 0 });
    contexts.push(context);
  };
  const context = () => ({ name: 'of this request' });
  return { ...(await serveStub({ onAnswered, context })), told, contexts };
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((done) => setTimeout(done, 5));
};

test('each request to /graphql is told of once, with the context it was given', async () => {
  const { url, close, told, contexts } = await observed();
  for (const path of ['/graphql?query={hello}', '/graphqlx', '/', '/health', '/members'])
    await (await fetch(`${url}${path}`)).text();
  await until(() => told.length > 0);
  await close();
  expect(told).toEqual([{ status: 200, bytes: 27, codes: [], isTimed: true }]);
  expect(contexts).toEqual([{ name: 'of this request' }]);
});

test('bytes are those of the answer before it is compressed', async () => {
  const { url, close, told } = await observed();
  const query = `{${Array.from({ length: 45 }, (_, i) => `oneOfManyGreetings${i}: hello`).join(' ')}}`;
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
    body: JSON.stringify({ query }),
  });
  const { length } = await answer.text();
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  await until(() => told.length > 0);
  await close();
  expect(told).toMatchObject([{ bytes: length }]);
});

test('what is refused before it is read as a question is told of with its code', async () => {
  const { url, close, told, contexts } = await observed();
  const long = `{ hello }#${'x'.repeat(70_000)}`;
  const post = (body: string, type: string) =>
    fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });
  await (await post(JSON.stringify({ query: long }), 'application/json')).text();
  await (await post('query={hello}', 'text/plain')).text();
  await until(() => told.length === 2);
  await close();
  expect(told).toEqual([
    { status: 400, bytes: expect.any(Number), codes: ['DOCUMENT_TOO_LARGE'], isTimed: true },
    { status: 415, bytes: expect.any(Number), codes: ['BAD_REQUEST'], isTimed: true },
  ]);
  expect(contexts).toEqual([undefined, undefined]);
});

test('a client that leaves before its answer has no status', async () => {
  const { url, close, told } = await observed();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('GET /graphql?query={slow} HTTP/1.1\r\nhost: localhost\r\n\r\n');
  await new Promise((done) => setTimeout(done, 100));
  socket.destroy();
  await until(() => told.length > 0);
  await close();
  expect(told).toEqual([{ status: null, bytes: 0, codes: [], isTimed: true }]);
});
