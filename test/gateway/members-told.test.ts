import { expect, test } from '@jest/globals';
import { membersTold, type Told } from '../../gateway/members-told.ts';
import type { MemberTold, NewestTold } from '../../gateway/registry/index.ts';
import type { MemberCode } from '../../schema/index.ts';
import { MEMBERS } from './server/stub.ts';

const SECRET = 'mysql://root:Sesame42@10.0.0.7/cadastre';
const HIDDEN = 'mysql://[hidden]@10.0.0.7/cadastre';
const publication = (member: string, number: number): NewestTold => ({
  ...{ number, member: member as MemberCode, kind: 'PUBLISH', who: member, contractVersion: '1.0' },
  ...{ when: '2026-11-23T08:09:10.111Z', changed: ['joined'], audits: null, lastAudit: null },
});
const NEWEST = [publication('MA', 7), { ...publication('ZM', 6), kind: 'WITHDRAW' as const }];
const OF_MOROCCO: MemberTold = {
  ...{ code: 'MA' as MemberCode, modules: [], publications: NEWEST.slice(0, 1) },
  extension: [{ place: 'Site.ma_a', type: 'Int', description: SECRET }],
  audit: {
    ...{ number: 7, kept: 1 },
    brokenClaims: [{ id: 'A', level: 'SHOULD', saw: SECRET, remedy: 'Mend it.' }],
  },
};
const [MOROCCO] = MEMBERS;

const told = (more: Partial<Told> = {}) =>
  membersTold({
    statuses: () =>
      MEMBERS.map(({ publication: _, ...each }) => ({ ...each, url: '', lastSays: SECRET })),
    telling: {
      newest: () => Promise.resolve(NEWEST),
      member: (code) => Promise.resolve(code === 'MA' ? OF_MOROCCO : undefined),
    },
    servedNumber: () => 6,
    ...more,
  });

test('members are told in the order of codes, who is withdrawn among them, and what is served of each', async () => {
  const rows = await told().members();
  expect(
    rows.map(({ code, state, publication }) => [
      code,
      state,
      publication?.number,
      publication?.isServed,
    ]),
  ).toEqual([
    ['AMSG', 'SILENT', undefined, undefined],
    ['MA', 'ANSWERING', 7, false],
    ['ZM', 'WITHDRAWN', 6, true],
  ]);
});

test('who is withdrawn and still answers, since requests of before are under way, stands as it does', async () => {
  const newest = () => Promise.resolve([{ ...publication('MA', 7), kind: 'WITHDRAW' as const }]);
  const rows = await told({
    telling: { newest, member: () => Promise.resolve(undefined) },
  }).members();
  expect(rows.map(({ code, state }) => [code, state])).toEqual([
    ['AMSG', 'SILENT'],
    ['MA', 'ANSWERING'],
  ]);
});

test('no secret that a member has let slip is told', async () => {
  const detail = await told().member('MA');
  expect(detail?.lastSays).toBe(HIDDEN);
  expect(detail?.published?.extension.map(({ description }) => description)).toEqual([HIDDEN]);
  expect(detail?.published?.audit?.brokenClaims.map(({ saw }) => saw)).toEqual([HIDDEN]);
  expect(JSON.stringify([detail, await told().members()])).not.toContain('Sesame42');
});

test('without a registry members stand as they stand, and nothing is published', async () => {
  const { members, member } = told({ telling: undefined });
  expect((await members()).map(({ code, publication }) => [code, publication])).toEqual([
    ['AMSG', null],
    ['MA', null],
  ]);
  expect(await member('MA')).toMatchObject({ name: MOROCCO?.name, published: null });
  expect(await member('ZM')).toBeUndefined();
});
