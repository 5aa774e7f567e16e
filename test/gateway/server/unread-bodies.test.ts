import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Served } from '../../../gateway/server/index.ts';
import { serveStub } from './stub.ts';

let server: Served;
beforeAll(async () => {
  server = await serveStub();
});
afterAll(() => server.close());

/** What the first answer says of its connection, where this much of a request has been sent and no more. */
async function connectionAfter(
  sent: string,
): Promise<readonly [status: string, connection: string]> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  socket.write(sent);
  const [told] = (await once(socket.setEncoding('latin1'), 'data')) as [string];
  socket.destroy();
  const [, status = ''] = /^HTTP\/1.1 (\d+)/.exec(told) ?? [];
  const [, connection = ''] = /^connection: (\S+)/im.exec(told) ?? [];
  return [status, connection];
}

const JSON_TYPE = 'content-type: application/json\r\n';
const QUESTION = '{"query":"{ hello }"}';
const post = (headers: string, body: string) =>
  `POST /graphql HTTP/1.1\r\nhost: zellige\r\n${headers}\r\n${body}`;

test.each([
  ['of another type', 'content-type: text/csv\r\ncontent-length: 1000\r\n', '415'],
  ['that is compressed', `${JSON_TYPE}content-encoding: gzip\r\ncontent-length: 1000\r\n`, '415'],
  ['without end', `${JSON_TYPE}content-encoding: br\r\ntransfer-encoding: chunked\r\n`, '415'],
  ['that is too long', `${JSON_TYPE}content-length: 1073741824\r\n`, '413'],
])(
  'a body %s is refused before it has come, and its connection ends',
  async (_, headers, status) => {
    expect(await connectionAfter(post(headers, ''))).toEqual([status, 'close']);
  },
);

test('a connection whose request was read whole is kept', async () => {
  const whole = `${JSON_TYPE}content-length: ${QUESTION.length}\r\n`;
  expect(await connectionAfter(post(whole, QUESTION))).toEqual(['200', 'keep-alive']);
  expect(await connectionAfter('GET /ready HTTP/1.1\r\nhost: zellige\r\n\r\n')).toEqual([
    '200',
    'keep-alive',
  ]);
});
