import { afterAll, expect, test } from '@jest/globals';
import { MEMBER_CODES } from '../../../subgraphs/index.ts';
import { FULL } from '../../oracle/config.ts';
import { startOn, verified } from './verified.ts';

/** The limits of `zellige verify`, which all our members must end within. */
const REQUESTS_MOST = 2_000;
const SECONDS_MOST = 45;
/** As fast as the member answers; at the rate of `zellige verify` in the full tests. */
const RATE = FULL ? 50 : 2_000;
/** On a busy machine one that is too slow shall still say what it breaks. */
const FOR_EVER_MS = 300_000;
const CODES = FULL ? MEMBER_CODES : ['CV'];

/** Each member that `npm start` runs keeps the contract on this database, in `npm test` one of them; the slowest are told at the end. */
export function everyMemberKeepsTheContract(
  database: (code: string) => Promise<string> | string,
): void {
  const took: (readonly [code: string, seconds: number, requests: number])[] = [];
  afterAll(() => {
    const slowest = took.toSorted((a, b) => b[1] - a[1]).slice(0, 5);
    const told = slowest.map(
      ([code, seconds, requests]) => `${code} ${seconds.toFixed(1)} s, ${requests} requests`,
    );
    if (FULL) process.stderr.write(`${took.length} members; slowest: ${told.join('; ')}\n`);
  });
  test.each(CODES)(
    '%s keeps the contract',
    async (code) => {
      const member = await startOn(code, await database(code));
      const { broken, seconds, requests, ...told } = await verified(member.url, { rate: RATE });
      await member.close();
      took.push([code, seconds, requests]);
      expect({ broken, member: told.member }).toEqual({ broken: [], member: code });
      expect(told.kept).toBeGreaterThan(60);
      expect(requests).toBeLessThanOrEqual(REQUESTS_MOST);
      expect(seconds).toBeLessThan(SECONDS_MOST);
    },
    FOR_EVER_MS,
  );
}
