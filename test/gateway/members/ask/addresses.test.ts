import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { callingWithin, type Lookup, openAsking } from '../../../../gateway/members/index.ts';
import type { MemberCode } from '../../../../schema/index.ts';
import { SMALL } from './ask-limits.ts';

/** Counts who comes, on both loopbacks; whoever is let in anywhere on this machine comes to it. */
let connections = 0;
const listener = createServer((socket) => {
  connections += 1;
  socket.destroy();
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((listens) => listener.listen(0, '::', listens));
  port = (listener.address() as AddressInfo).port;
});
afterAll(() => void listener.close());

/** Every name has these addresses. */
const resolvesTo =
  (addresses: readonly string[]): Lookup =>
  (_, found) =>
    found(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

async function askAt(url: string, lookup: Lookup, allowsPrivate = false) {
  const asking = openAsking(SMALL, { allowsPrivate, lookup });
  const address = { code: 'MA' as MemberCode, url: url.replace('PORT', String(port)) };
  const answer = await asking.send(address, { query: '{ a }' }, callingWithin('public', 1_000));
  await asking.close();
  return answer;
}

/** As the system has it for names of this machine. */
const LOOPBACK = resolvesTo(['127.0.0.1']);

const WRITTEN = [
  'https://127.0.0.1:PORT/',
  'https://127.1:PORT/',
  'https://127.0.1:PORT/',
  'https://2130706433:PORT/',
  'https://0x7f000001:PORT/',
  'https://0x7f.0.0.1:PORT/',
  'https://0x7f.1:PORT/',
  'https://0177.0.0.1:PORT/',
  'https://017700000001:PORT/',
  'https://127.0.0.1.:PORT/',
  'https://127.8.8.8:PORT/',
  'https://0.0.0.0:PORT/',
  'https://0:PORT/',
  'https://[::1]:PORT/',
  'https://[::]:PORT/',
  'https://[0:0:0:0:0:0:0:1]:PORT/',
  'https://[::ffff:127.0.0.1]:PORT/',
  'https://[::ffff:7f00:1]:PORT/',
  'https://[::127.0.0.1]:PORT/',
  'https://[64:ff9b::127.0.0.1]:PORT/',
  'https://[64:ff9b:1::7f00:1]:PORT/',
  'https://[2002:7f00:1::]:PORT/',
  'https://[fe80::1]:PORT/',
  'https://[fe80::1%25lo]:PORT/',
  'https://[fec0::1]:PORT/',
  'https://[fd00::1]:PORT/',
  'https://[ff02::1]:PORT/',
  'https://localhost:PORT/',
  'https://localhost.:PORT/',
  'https://LOCALHOST:PORT/',
  'https://member.localhost:PORT/',
  'https://printer.local:PORT/',
  'https://metadata.google.internal:PORT/',
  'https://１２７.０.０.１:PORT/',
  'https://①②⑦.⓪.⓪.①:PORT/',
  'https://127。0。0。1:PORT/',
  'https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:PORT/',
  'https://user:secret@127.0.0.1:PORT/',
  'https://minerals.example@127.0.0.1:PORT/',
  'https://minerals.example:PORT@127.0.0.1:PORT/',
  'https://169.254.169.254/',
  'https://10.0.0.1:PORT/',
  'https://100.64.0.1:PORT/',
  'https://172.16.0.1:PORT/',
  'https://192.168.0.1:PORT/',
  'https://192.0.2.1:PORT/',
  'https://224.0.0.1:PORT/',
  'https://255.255.255.255:PORT/',
  'http://minerals.example:PORT/',
  'http://127.0.0.1:PORT/',
  'ftp://127.0.0.1:PORT/',
  'gopher://127.0.0.1:PORT/_POST',
  'file:///etc/passwd',
  'data:application/json,{}',
  'ws://127.0.0.1:PORT/',
  'blob:https://127.0.0.1:PORT/',
  'https:\\\\127.0.0.1:PORT/',
  'https://',
];

test.each(WRITTEN)('%s is not asked', async (url) => {
  const before = connections;
  const answer = await askAt(url, LOOPBACK);
  expect(answer).toEqual({
    kind: 'silent',
    reason: 'UNREACHABLE',
    says: expect.stringMatching(/^MA is not asked: its address is not https/),
    unasked: true,
  });
  expect(connections).toBe(before);
});

test.each([
  [['127.0.0.1']],
  [['::1']],
  [['::ffff:127.0.0.1']],
  [['0.0.0.0']],
  [['169.254.169.254']],
  [['fe80::1']],
  [['192.0.2.1', '127.0.0.1']],
  [['8.8.8.8', '127.0.0.1']],
  [['127.0.0.1', '8.8.8.8']],
  [[]],
])('a good name that has the addresses %j is not connected to', async (addresses) => {
  const before = connections;
  expect(await askAt('https://minerals.example:PORT/', resolvesTo(addresses))).toMatchObject({
    kind: 'silent',
    reason: 'UNREACHABLE',
    says: expect.stringMatching(/private or reserved network.*\(ADDRESS_FORBIDDEN\)/),
  });
  expect(connections).toBe(before);
});

test('a name that changes its address is judged by what is connected to, with each socket', async () => {
  const before = connections;
  let looked = 0;
  const rebinding: Lookup = (_, found) => {
    looked += 1;
    found(null, [{ address: looked === 1 ? '169.254.1.1' : '127.0.0.1', family: 4 }]);
  };
  const asking = openAsking(SMALL, { allowsPrivate: false, lookup: rebinding });
  const address = { code: 'MA' as MemberCode, url: `https://minerals.example:${port}/` };
  for (const _ of [1, 2, 3])
    await asking.send(address, { query: '{ a }' }, callingWithin('public', 1_000));
  await asking.close();
  expect([looked, connections - before]).toEqual([3, 0]);
});

test('an address with a user or a password is not asked, wherever it is', async () => {
  const before = connections;
  for (const user of ['agency@', 'agency:secret@', ':secret@'])
    expect(await askAt(`http://${user}127.0.0.1:PORT/`, LOOPBACK, true)).toMatchObject({
      kind: 'silent',
      reason: 'UNREACHABLE',
      unasked: true,
    });
  expect(connections).toBe(before);
});

test('the listener hears whoever is let in', async () => {
  const before = connections;
  await askAt('http://minerals.example:PORT/', LOOPBACK, true);
  expect(connections - before).toBe(1);
});

const openssl = (...given: readonly string[]) =>
  execFileSync('openssl', given, { stdio: ['ignore', 'ignore', 'ignore'] });
function hasOpenssl(): boolean {
  try {
    openssl('version');
    return true;
  } catch {
    return false;
  }
}

(hasOpenssl() ? test : test.skip)(
  'a certificate signed by nobody but itself is no member [needs openssl]',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zellige-tls-'));
    const [keyout, out] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'],
      ...['-subj', '/CN=minerals.example', '-keyout', keyout, '-out', out],
    );
    let asked = 0;
    const server = createTlsServer(
      { key: readFileSync(keyout), cert: readFileSync(out) },
      (_, reply) => {
        asked += 1;
        reply.end('{"data":{}}');
      },
    );
    await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
    const url = `https://minerals.example:${(server.address() as AddressInfo).port}/graphql`;
    const answer = await askAt(url, LOOPBACK, true);
    server.close();
    rmSync(folder, { recursive: true });
    expect(answer).toEqual({
      kind: 'silent',
      reason: 'UNREACHABLE',
      says: `MA could not be reached at ${url}: its certificate is signed by nobody but itself (DEPTH_ZERO_SELF_SIGNED_CERT).`,
    });
    expect(asked).toBe(0);
  },
);
