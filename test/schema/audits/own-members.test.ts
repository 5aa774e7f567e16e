import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { type Verification, verify } from '../../../schema/audits/index.ts';
import { type RunningMember, startMember } from '../../../subgraphs/index.ts';
import { HAS_MARIADB, type MariaDb, startMariaDb } from '../../mariadb.ts';
import { FULL } from '../../oracle/config.ts';
import { temporaryFolder } from '../../subgraphs/temporary.ts';

const folder = temporaryFolder();
const start = (code: string, database: string): Promise<RunningMember> =>
  startMember({ code, database, host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }) });

/** As fast as the member answers; at the rate of `zellige verify` in the full tests. */
const RATE = FULL ? 50 : 2_000;
const SECONDS_MOST = 45;

/** What is not kept, in how many requests and seconds. */
async function verified(url: string, due: 'JOIN' | 'PUBLISH' = 'JOIN') {
  const from = performance.now();
  const verification = await verify({ url }, { rate: RATE, due });
  return { ...brokenIn(verification), seconds: (performance.now() - from) / 1_000 };
}

function brokenIn(verification: Verification) {
  if (verification.kind === 'unreachable') throw new Error(verification.says);
  const { report, requests } = verification;
  const broken = report.claims.filter(({ outcome }) => outcome === 'BROKEN');
  const kept = report.claims.filter(({ outcome }) => outcome === 'KEPT');
  return { broken, kept: kept.length, member: report.member, requests };
}

/** One of each kind; the others are alike. */
describe.each(FULL ? ['MA', 'ZM', 'CV', 'AMSG'] : ['MA', 'AMSG'])('%s', (code) => {
  let member: RunningMember;
  beforeAll(async () => {
    member = await start(code, `sqlite:${join(folder, `${code}.db`)}`);
  });
  afterAll(() => member.close());

  test('keeps the contract, and is asked within the limits', async () => {
    const { broken, seconds, requests, kept, ...others } = await verified(member.url);
    expect({ broken, ...others }).toEqual({ broken: [], member: code });
    expect(kept).toBeGreaterThan(60);
    expect(requests).toBeLessThanOrEqual(2_000);
    expect(seconds).toBeLessThan(SECONDS_MOST);
  });

  test('is asked at most 20 times when an extension is published', async () => {
    const { broken, requests } = await verified(member.url, 'PUBLISH');
    expect(broken).toEqual([]);
    expect(requests).toBeLessThanOrEqual(20);
  });
});

const onMariaDb = HAS_MARIADB ? describe : describe.skip;
const need = HAS_MARIADB ? '' : ' [needs MariaDB]';
onMariaDb(`on MariaDB${need}`, () => {
  let server: MariaDb;
  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.close());

  test.each(FULL ? ['MA', 'ZM', 'AMSG'] : ['CV'])('%s keeps the contract', async (code) => {
    const member = await start(code, await server.create(code.toLowerCase()));
    const { broken, seconds } = await verified(member.url);
    await member.close();
    expect(broken).toEqual([]);
    expect(seconds).toBeLessThan(SECONDS_MOST);
  });
});
