import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CLAIMS } from '../../../schema/audits/index.ts';
import type { RunningMember } from '../../../subgraphs/index.ts';
import { auditedMember } from '../../schema/audits/audited-member.ts';
import { FAULTS } from '../../schema/audits/faults/index.ts';
import { type FaultyMember, openFaultyMember } from '../../schema/audits/faulty-member.ts';
import { startOn } from '../../schema/audits/verified.ts';
import { zellige } from './command.ts';

let honest: RunningMember;
let faulty: FaultyMember;
beforeAll(async () => {
  [honest, faulty] = await Promise.all([
    startOn('CV', 'sqlite::memory:'),
    openFaultyMember(auditedMember()),
  ]);
});
afterAll(() => Promise.all([honest.close(), faulty.close()]));

const deedOf = (says: string) => {
  const deed = FAULTS.find(([each]) => each === says)?.[1];
  if (!deed) throw new Error(`Expected a fault, "${says}".`);
  return deed;
};

test('--json gives the report and nothing else, with exit code 0 where the contract is kept', async () => {
  const ended = await zellige(['verify', honest.url, '--json', '--module', 'EVENTS']);
  const { claims, ...report } = JSON.parse(ended.out);
  expect([ended.code, ended.err, report]).toEqual([
    0,
    '',
    { member: 'CV', url: honest.url, contractVersion: '1.0', modules: ['EVENTS'] },
  ]);
  expect(claims.map((each: { readonly id: string }) => each.id)).toEqual(
    CLAIMS.map(({ id }) => id),
  );
  expect(claims[0]).toEqual({
    id: 'CODE_GRAMMAR',
    level: 'MUST',
    outcome: 'KEPT',
    saw: 'Its code is CV.',
    remedy: 'Let `members { list { code } }` give your code, such as MA.',
  });
  const forms = claims.map((each: object) => Object.keys(each).join());
  expect(new Set(forms)).toEqual(new Set(['id,level,outcome,saw,remedy']));
  const outcomes = claims.map((each: { readonly outcome: string }) => each.outcome);
  expect(new Set(outcomes)).toEqual(new Set(['KEPT', 'NOT_APPLICABLE']));
});

test('a broken member is told in plain text off a terminal, each fault once, with exit code 1', async () => {
  faulty.commits(deedOf('answers no introspection'));
  const { code, out, err } = await zellige(['verify', faulty.url, '--module', 'POLICIES']);
  expect([code, err]).toEqual([1, '']);
  const [head, first, ...others] = out.trimEnd().split('\n\n');
  expect(head).toBe(`CD at ${faulty.url}, contract 1.0, POLICIES`);
  expect(first?.split('\n').slice(0, 5)).toEqual([
    'broken  MUST  INTROSPECTION_ANSWERED',
    '  due  The server answers introspection.',
    '  saw  It does not answer introspection: Introspection is off.',
    '  do   Switch introspection on; where it must be off for the public, let the gateway and this audit through.',
    '  see  docs/contract.md#introspection_answered',
  ]);
  expect(others.at(-1)).toMatch(
    /^The contract is broken: of \d+ claims \d+ kept, \d+ broken, \d+ not applicable\.\nBegin with the first: what follows often comes from it\. Then verify again\.$/,
  );
  expect(out.match(/Introspection is off/g)).toHaveLength(2); // once for all MUSTs, once for all SHOULDs
});

test.each([
  ['http://127.0.0.1:9/graphql', /^http:\/\/127\.0\.0\.1:9\/graphql does not answer\. /],
  ['nonsense', /^nonsense does not answer\. That is no URL of a server\./],
])('%s cannot be asked, and is told in one line with exit code 2', async (url, says) => {
  const [plain, json] = await Promise.all([
    zellige(['verify', url]),
    zellige(['verify', url, '--json']),
  ]);
  expect([plain.code, plain.out, plain.err.trimEnd().split('\n').length]).toEqual([2, '', 1]);
  expect(plain.err).toMatch(says);
  expect([json.code, json.err, JSON.parse(json.out)]).toEqual([
    2,
    '',
    { code: 'NO_MEMBER', message: plain.err.trimEnd() },
  ]);
});

/** A member that says who it is and then breaks off each connection, until it is asked no more. */
async function openFailing(askedAt: number[]) {
  const WHO = { code: 'MA', contractVersion: '1.0', modules: ['EVENTS'] };
  const server = createServer((request, response) => {
    askedAt.push(performance.now());
    if (askedAt.length > 1) request.socket.destroy();
    else response.end(JSON.stringify({ data: { members: { list: [WHO] } } }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/graphql`, close: () => server.close() };
}

test('--rate is kept, as the member sees it', async () => {
  const askedAt: number[] = [];
  const member = await openFailing(askedAt);
  const { code } = await zellige(['verify', member.url, '--rate', '5', '--json']);
  member.close();
  expect(code).toBe(1);
  expect(askedAt.length).toBeGreaterThanOrEqual(11); // those on their way when it is given up may be some more
  expect(askedAt.length).toBeLessThanOrEqual(14);
  // Five, a second later five more, and a second later the last; what a request takes to get there differs.
  expect(Number(askedAt.at(-1)) - Number(askedAt[0])).toBeGreaterThan(1_700);
});

test('a rate that is none, or more than may be, is refused before anybody is asked', async () => {
  const { code, out, err } = await zellige(['verify', honest.url, '--rate', '51']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/Expected a whole number of requests a second, 1 to 50\.\n$/);
});
