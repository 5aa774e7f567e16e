import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { brokenClaims, CLAIMS, verify } from '../../../schema/audits/index.ts';
import { FULL } from '../../oracle/config.ts';
import { auditedMember } from './audited-member.ts';
import { FAULTS } from './faults/index.ts';
import { type FaultyMember, openFaultyMember } from './faulty-member.ts';

let member: FaultyMember;
beforeAll(async () => {
  member = await openFaultyMember(auditedMember());
});
afterAll(() => member.close());

/** The ids of the broken claims among these, in the order in which they are reported. */
async function broken(claims = CLAIMS): Promise<readonly string[]> {
  const verification = await verify({ url: member.url }, { rate: 100_000, claims });
  if (verification.kind === 'unreachable') return [verification.says];
  return brokenClaims(verification.report).map(({ id }) => id);
}

const ids = CLAIMS.map(({ id }) => id);

test('at least sixty faults are in the table, and each names a claim', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(60);
  expect(FAULTS.filter(([, , breaks]) => !ids.includes(breaks))).toEqual([]);
});

/** In `npm test` some of them, each with its claim alone; in full every one, with all claims that come before it. */
const tried = FULL ? FAULTS : FAULTS.filter((_, place) => place % 23 === 0);

const honestly = FULL
  ? CLAIMS
  : CLAIMS.filter(({ id }) => tried.some(([, , breaks]) => breaks === id));

test('a member without a fault keeps the claims', async () => {
  member.commits(null);
  expect(await broken(honestly)).toEqual([]);
}, 120_000);

/** What comes behind the claim cannot be the first that is broken, and is not asked for. */
const upTo = (id: string) => CLAIMS.slice(FULL ? 0 : ids.indexOf(id), ids.indexOf(id) + 1);

test.each(tried)(
  'a member that %s first breaks the claim that speaks of it',
  async (_says, deed, breaks) => {
    member.commits(deed);
    expect(await broken(upTo(breaks))).toEqual([breaks]);
  },
  120_000,
);
