import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { openWire } from '../../../../gateway/members/ask/index.ts';

const PARTS = { allowsPrivate: true, answerBytesMax: 1_000, waitMsMax: 10_000 };
const QUESTION = { query: '{ __typename }' };
const signal = () => AbortSignal.timeout(30_000);

/** What is told of a server that answers so. */
async function toldOf(answer: RequestListener, parts: Partial<typeof PARTS> = {}) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const wire = openWire({ ...PARTS, ...parts });
  const told = await wire.send(`${url}/graphql`, QUESTION, signal());
  await wire.close();
  server.closeAllConnections();
  server.close();
  return { told, url };
}

test('what comes back is told as it came, and no redirect is followed', async () => {
  const answer: RequestListener = (_request, response) =>
    response.writeHead(302, { location: '/elsewhere', 'content-type': 'text/html; a=b' }).end('no');
  expect((await toldOf(answer)).told).toEqual({
    ...{ kind: 'replied', status: 302, contentType: 'text/html' },
    ...{ location: '/elsewhere', body: 'no' },
  });
});

test('of an endless answer no more is read than its limit', async () => {
  const { told } = await toldOf((_request, response) => response.end('x'.repeat(2_000)));
  expect(told).toEqual({ kind: 'silent', says: 'It sent more than 1000 bytes.' });
});

test('where the gateway may not ask, nobody is audited either: not by address, not by name', async () => {
  let asked = 0;
  const { told } = await toldOf(
    () => {
      asked += 1;
    },
    { allowsPrivate: false },
  );
  const says =
    'The gateway does not ask at this address: it is not https outside private networks; its operator may allow others (allowPrivateMembers).';
  const wire = openWire({
    ...{ ...PARTS, allowsPrivate: false },
    lookup: (_name, found) => found(null, [{ address: '127.0.0.1', family: 4 }]),
  });
  const named = await wire.send('https://minerals.example/graphql', QUESTION, signal());
  await wire.close();
  expect([told, named, asked]).toEqual([{ kind: 'silent', says }, { kind: 'silent', says }, 0]);
});

test('silence is a sentence', async () => {
  const { url } = await toldOf((_request, response) => response.end());
  const wire = openWire(PARTS); // nobody listens there any more
  const told = await wire.send(`${url}/graphql`, QUESTION, signal());
  await wire.close();
  expect(told).toEqual({
    kind: 'silent',
    says: `Nobody at ${url} answered in HTTP (ECONNREFUSED).`,
  });
});
