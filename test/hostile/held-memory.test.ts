import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LIMITS } from '../../gateway/limits/index.ts';
import {
  neverEndsItsHeaders,
  sendsABomb,
  sendsAGigabyte,
  sendsAGigabyteUntold,
} from '../zoo/deeds/transport.ts';
import type { Deed } from '../zoo/fault.ts';
import { honestAt } from '../zoo/honest-at.ts';
import { openZooMember, type ZooMember } from '../zoo/zoo-member.ts';
import { type Poured, type Pouring, pour } from './pour.ts';
import { openWatchedGateway, type WatchedGateway } from './watched-gateway.ts';

// A body of a gigabyte, a compression bomb and headers without end, from a client or from a member, cost at most their caps.

const MEGABYTE = 2 ** 20;
/** Beside the cap: the question that is answered meanwhile, what sockets have read, and garbage. */
const MARGIN_MB = 8;
/** What the system takes in for a socket before anybody reads it; of the gigabyte no more leaves a client or a member. */
const ON_THE_WAY_MB = 64;

const figures: Record<string, number> = {};
let gateway: WatchedGateway;
let hostile: ZooMember;
beforeAll(async () => {
  gateway = await openWatchedGateway(async ([first, ...others]) => {
    hostile = await openZooMember(honestAt(first?.url ?? ''));
    return [{ code: first?.code ?? '', url: hostile.url }, ...others];
  });
  for (let i = 0; i < 100; i += 1) await missingNow();
}, 120_000);
afterAll(async () => {
  console.log(`Held at most, MB: ${JSON.stringify(figures)}`);
  await gateway.close();
  hostile.close();
});

const chunked = (chunk: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);
const SPACES = Buffer.alloc(65_536, ' ');
const BOMB = gzipSync(Buffer.alloc(10_485_760, ' '));
const LETTERS = Buffer.alloc(4_096, 'a');
const POST = 'POST /graphql HTTP/1.1\r\nhost: zellige\r\ncontent-type: application/json\r\n';
const IN_CHUNKS = `${POST}transfer-encoding: chunked\r\n`;
const A_GIGABYTE = `${POST}content-length: 1073741824\r\n`;
const LINES = Buffer.from(`x-long: ${'a'.repeat(1_000)}\r\n`);
const BODY_MB = LIMITS.requestBodyBytesMax / MEGABYTE;

type Client = readonly [says: string, capMb: number, statuses: readonly number[], what: Pouring];
/** A client that is cut off while it pours may not hear why, where its system drops what it has not read. */
const CLIENTS: readonly Client[] = [
  ['a body of a gigabyte', 0, [413], { head: `${A_GIGABYTE}\r\n`, again: SPACES }],
  ['a body without end', BODY_MB, [413], { head: `${IN_CHUNKS}\r\n`, again: chunked(SPACES) }],
  [
    'a compression bomb',
    0,
    [415],
    { head: `${IN_CHUNKS}content-encoding: gzip\r\n\r\n`, again: chunked(BOMB) },
  ],
  [
    'a compression bomb that does not say so',
    BODY_MB,
    [413],
    { head: `${IN_CHUNKS}\r\n`, again: chunked(BOMB) },
  ],
  [
    'a body without end in another charset',
    0,
    [415],
    { head: `${IN_CHUNKS.replace('json', 'json; charset=utf-16')}\r\n`, again: chunked(SPACES) },
  ],
  [
    'a body without end to no page',
    BODY_MB,
    [413],
    { head: `${IN_CHUNKS.replace('/graphql', '/nowhere')}\r\n`, again: chunked(SPACES) },
  ],
  ['a header without end', 0, [400, 431], { head: `${POST}x-long: `, again: LETTERS }],
  ['headers without end', 0, [400, 431], { head: POST, again: LINES }],
  ['an address without end', 0, [400, 431], { head: 'GET /graphql?query=', again: LETTERS }],
  [
    'an extension of a chunk without end',
    0,
    [400, 413],
    { head: `${IN_CHUNKS}\r\n2;`, again: LETTERS },
  ],
  [
    'trailers without end',
    0,
    [400, 431],
    { head: `${IN_CHUNKS}\r\n2\r\n{}\r\n0\r\n`, again: LINES },
  ],
];

test.each(CLIENTS)(
  '%s from a client costs at most %d MB and a margin, and is refused before it is sent',
  async (says, capMb, statuses, pouring) => {
    const told: Poured[] = [];
    const heldMb = await gateway.heldMbBy(async () => {
      told.push(await pour(gateway.origin, pouring));
    });
    figures[says] = heldMb;
    for (const { status, sentMb } of told) {
      if (status !== null) expect(statuses).toContain(status);
      expect(sentMb).toBeLessThan(ON_THE_WAY_MB);
    }
    expect(heldMb).toBeLessThan(capMb + MARGIN_MB);
    expect(await missingNow()).toEqual([]);
  },
);

type Member = readonly [says: string, capMb: number, deed: Deed];
const MEMBERS: readonly Member[] = [
  ['an answer of a gigabyte', 0, sendsAGigabyte],
  [
    'an answer of a gigabyte that does not say so',
    LIMITS.memberAnswerBytesMax / MEGABYTE,
    sendsAGigabyteUntold,
  ],
  ['a compression bomb', 0, sendsABomb],
  ['headers without end', 0, neverEndsItsHeaders],
];

test.each(MEMBERS)(
  '%s from a member costs at most %d MB and a margin, and the member is named',
  async (says, capMb, deed) => {
    hostile.commits(deed);
    const missing: unknown[] = [];
    const heldMb = await gateway.heldMbBy(async () => {
      missing.push(await missingNow());
    });
    hostile.commits(null);
    figures[`${says}, of a member`] = heldMb;
    expect(missing).toEqual([[{ member: 'MA', reason: 'PROTOCOL_ERROR' }]]);
    expect(heldMb).toBeLessThan(capMb + MARGIN_MB);
    expect(await missingNow()).toEqual([]);
  },
);

const QUERY =
  '{ sites(first: 5) { edges { node { id } } coverage { missing { member reason } } } }';
type Told = {
  readonly data: { readonly sites: { readonly coverage: { readonly missing: unknown } } };
};
/** Who is missing in the answer to an honest question. */
async function missingNow(): Promise<unknown> {
  const answer = await fetch(`${gateway.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  return ((await answer.json()) as Told).data.sites.coverage.missing;
}
